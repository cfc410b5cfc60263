import "server-only";
import { v7 as uuid } from "uuid";
import { database } from "../database/client.ts";

const BEAT_MS = 3_000;
/** A worker that has not been seen for this long counts as gone. */
export const ALIVE_WITHIN_MS = 15_000;

/** Says every few seconds that this worker lives; the returned function says that it has stopped. */
export async function startHeartbeat(): Promise<() => Promise<void>> {
  const workerId = uuid();
  const beat = () =>
    database().workerHeartbeat.upsert({ where: { workerId }, create: { workerId }, update: { seenAt: new Date() } });
  await beat();
  // A beat that the database missed is made good by the next one.
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  return async () => {
    clearInterval(timer);
    await database().workerHeartbeat.deleteMany({ where: { workerId } });
  };
}

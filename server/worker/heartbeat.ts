import "server-only";
import { v7 as uuid } from "uuid";
import { database } from "../database/client.ts";
import { log } from "../log/log.ts";
import type { FollowedKeyring } from "../vault/keyring.ts";

const BEAT_MS = 3_000;
/** A worker that has not been seen for this long counts as gone. */
export const ALIVE_WITHIN_MS = 15_000;

/**
 * Says every few seconds that this worker lives, and with which vault keys it can open; looks first whether the keyring's
 * file has changed. The returned function says that it has stopped.
 */
export async function startHeartbeat({ keyring, follow }: FollowedKeyring): Promise<() => Promise<void>> {
  const workerId = uuid();
  const beat = async () => {
    // What cannot be read now is looked at again at the next beat; the keys stay meanwhile.
    await follow().catch((error: unknown) => log.fault("vault.keyring_unreadable", error));
    const vaultKeys = [...keyring.keys()];
    const update = { seenAt: new Date(), vaultKeys };
    await database().workerHeartbeat.upsert({ where: { workerId }, create: { workerId, vaultKeys }, update });
  };
  await beat();
  // A beat that the database missed is made good by the next one.
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  return async () => {
    clearInterval(timer);
    await database().workerHeartbeat.deleteMany({ where: { workerId } });
  };
}

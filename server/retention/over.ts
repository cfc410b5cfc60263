import "server-only";
import { database } from "../database/client.ts";

const BATCH = 500;
/** A worker that is not seen for so long does not come back. */
const WORKER_GONE_MS = 15 * 60_000;

/** Part of the sweep: what has ended by itself and is of no more use. */
export async function forgetWhatIsOver(now: Date): Promise<void> {
  await database().signInRequest.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().session.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().rosterImport.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().verificationToken.deleteMany({ where: { expires: { lt: now } } });
  await database().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().workerHeartbeat.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - WORKER_GONE_MS) } } });
  await database().$executeRaw`
    DELETE FROM rate_limit WHERE key IN (SELECT key FROM rate_limit WHERE expire < ${now.getTime()} LIMIT ${BATCH})`;
}

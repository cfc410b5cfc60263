import "server-only";
import { cutOff, type RetentionSetting } from "#domain/retention/retention";
import { database } from "../database/client.ts";
import { workerEnvironment } from "../environment.ts";
import { log } from "../log/log.ts";
import { forgetAudit, forgetHelp, forgetPictures, forgetStepEvents, forgetTests } from "./forget.ts";

/** Deletes what is older than a moment, no more than so many rows; gives how many there were. */
export type Forget = (before: Date, most: number) => Promise<number>;

const BATCH = 500;
/** A night has an end; what is left then goes in the next. */
const MOST_BATCHES = 200;

const PARTS: readonly (readonly [RetentionSetting, string, readonly Forget[]])[] = [
  ["RETENTION_PICTURES_DAYS", "pictures", [forgetPictures]],
  ["RETENTION_TESTS_DAYS", "tests", [forgetTests]],
  ["RETENTION_STEP_EVENTS_DAYS", "stepEvents", [forgetStepEvents]],
  ["RETENTION_HELP_DAYS", "help", forgetHelp],
  ["RETENTION_AUDIT_DAYS", "audit", [forgetAudit]],
];

/** Run by the worker each night: nothing is kept longer than the operator has said. What fails hinders nothing else. */
export async function keepRetention(now: Date): Promise<void> {
  const days = workerEnvironment();
  const gone: Record<string, number> = {};
  for (const [setting, name, forgets] of PARTS) {
    gone[name] = 0;
    for (const forget of forgets) gone[name] += await forgetAll(forget, cutOff(days[setting], now));
  }
  log.event("retention.kept", gone);
}

/** In statements of a batch each, so that no lock is held for long. */
async function forgetAll(forget: Forget, before: Date): Promise<number> {
  let gone = 0;
  try {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const count = await forget(before, BATCH);
      gone += count;
      if (count < BATCH) break;
    }
  } catch (error) {
    log.fault("job.failed", error, { queue: "retention" });
  }
  return gone;
}

/** A worker that is not seen for so long does not come back. */
const WORKER_GONE_MS = 15 * 60_000;

/** Part of the sweep: what has ended by itself and is of no more use. */
export async function forgetWhatIsOver(now: Date): Promise<void> {
  await database().signInRequest.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().session.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().verificationToken.deleteMany({ where: { expires: { lt: now } } });
  await database().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().workerHeartbeat.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - WORKER_GONE_MS) } } });
  await database().$executeRaw`
    DELETE FROM rate_limit WHERE key IN (SELECT key FROM rate_limit WHERE expire < ${now.getTime()} LIMIT ${BATCH})`;
}

import "server-only";
import {
  cutOff,
  HANDLED_PICTURE_DAYS,
  LETTER_DAYS,
  type RetentionSetting,
  WEBHOOK_DAYS,
} from "#domain/retention/retention";
import { workerEnvironment } from "../environment.ts";
import { log } from "../log/log.ts";
import {
  type Forget,
  forgetAudit,
  forgetHandledScreens,
  forgetHelp,
  forgetLetters,
  forgetPictures,
  forgetScreens,
  forgetStepEvents,
  forgetTests,
  forgetWebhooks,
} from "./forget.ts";

const BATCH = 500;
/** A night has an end; what is left then goes in the next. */
const MOST_BATCHES = 200;

/** Setting, name in the log, what forgets, and how many days at most whatever the setting says. */
type Part = readonly [RetentionSetting, string, readonly Forget[], number?];

const PARTS: readonly Part[] = [
  ["RETENTION_PICTURES_DAYS", "pictures", [forgetPictures]],
  ["RETENTION_SCREENS_DAYS", "screens", [forgetScreens]],
  ["RETENTION_SCREENS_DAYS", "handledScreens", [forgetHandledScreens], HANDLED_PICTURE_DAYS],
  ["RETENTION_TESTS_DAYS", "tests", [forgetTests]],
  ["RETENTION_STEP_EVENTS_DAYS", "stepEvents", [forgetStepEvents]],
  ["RETENTION_HELP_DAYS", "help", forgetHelp],
  ["RETENTION_HELP_DAYS", "webhooks", [forgetWebhooks], WEBHOOK_DAYS],
  ["RETENTION_HELP_DAYS", "letters", [forgetLetters], LETTER_DAYS],
  ["RETENTION_AUDIT_DAYS", "audit", [forgetAudit]],
];

/** Run by the worker each night: nothing is kept longer than the operator has said. What fails hinders nothing else. */
export async function keepRetention(now: Date): Promise<void> {
  const days = workerEnvironment();
  const gone: Record<string, number> = {};
  for (const [setting, name, forgets, most = days[setting]] of PARTS) {
    const before = cutOff(Math.min(days[setting], most), now);
    gone[name] = 0;
    for (const forget of forgets) gone[name] += await forgetAll(forget, before);
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

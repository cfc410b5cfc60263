import "server-only";
import type { PgBoss, QueueOptions } from "pg-boss";

/** `exclusive`: of one key there is one job at most, waiting or at work. `short`: one that waits, beside one at work. */
type Definition = QueueOptions & { policy: "standard" | "exclusive" | "short"; notify?: boolean };

export type LetterName =
  | "wait_passed"
  | "wait_ended"
  | "regressed"
  | "key_refused"
  | "key_chosen_day"
  | "key_course_over";

/** What passes between a student and whoever helps. */
export type HelpLetter = "help_asked" | "help_answered" | "digest";

/** What lets somebody in from now on, or was used up for that. */
export type DoorChange = "second_factor_set" | "recovery_code_used" | "passkey_added" | "account_linked";

/** What every job may carry besides: the id of the request that led to it, so that one can be followed through the logs. */
export type Asked<Data> = Data & { fromRequest?: string };

/** A job carries ids and dates alone: never a key, an address or a text. */
export type JobData = {
  /** `scoutFor` names the incident during which this test goes ahead of those that are held back. */
  "access-test": { testId: string; scoutFor?: string };
  /** `at` is the time for which this look was planned. */
  retest: { userId: string; check: string; since: string; at: string };
  "sign-in-mail": { requestId: string };
  /** `about` tells one occasion from another: nobody is written to twice about the same. */
  letter: { letter: LetterName; userId: string; check: string; about: string };
  /** `about` is when it happened. */
  "door-letter": { letter: DoorChange; userId: string; about: string };
  /** `about` is the request itself, or one of the replies below it. */
  "help-mail": { requestId: string; about: string };
  /** One of staff's messages to one of its readers. */
  message: { messageId: string; userId: string };
  invitation: { cohortId: string; userIds: string[] };
  "roster-import": { importId: string };
  /** Its rules have changed, or it is back. */
  "cohort-look": { cohortId: string };
  "outage-look": { provider: string };
  scout: { incidentId: string };
  "after-outage": { incidentId: string; after?: string };
  "operator-mail": { incidentId: string };
  "model-mail": { check: string };
  "second-look": { testId: string };
  /** Each hour: letters to staff, and reminders to students. */
  hourly: Record<string, never>;
  digest: { userId: string; about: string };
  "webhook-message": { messageId: string };
  "webhook-delivery": { deliveryId: string };
  "audit-head": Record<string, never>;
  retention: Record<string, never>;
  sweep: Record<string, never>;
};

export type QueueName = keyof JobData;

/** What concerns everybody is not done on behalf of the one request that happened to lead to it. */
export const FOR_EVERYBODY: ReadonlySet<QueueName> = new Set<QueueName>([
  ...(["outage-look", "scout", "after-outage"] as const),
  ...(["operator-mail", "model-mail", "audit-head", "retention", "sweep", "hourly"] as const),
]);

const MAIL: Definition = {
  policy: "standard",
  expireInSeconds: 60,
  retryLimit: 4,
  retryDelay: 2,
  retryBackoff: true,
  notify: true,
};

const QUEUES: Record<QueueName, Definition> = {
  // With the test as key: a test has one job. A worker that dies is noticed after ten seconds of silence.
  "access-test": { policy: "exclusive", heartbeatSeconds: 10, expireInSeconds: 600, retryLimit: 3, notify: true },
  retest: { policy: "standard", expireInSeconds: 60, retryLimit: 3, retryDelay: 5, notify: true },
  "sign-in-mail": MAIL,
  letter: { ...MAIL, retryLimit: 6 },
  "door-letter": { ...MAIL, retryLimit: 6 },
  "help-mail": { ...MAIL, retryLimit: 6 },
  message: { ...MAIL, retryLimit: 6 },
  // Fifty letters to a job.
  invitation: { ...MAIL, retryLimit: 6, expireInSeconds: 600 },
  "roster-import": { policy: "standard", expireInSeconds: 300, retryLimit: 3, retryDelay: 2, notify: true },
  "cohort-look": { policy: "standard", expireInSeconds: 300, retryLimit: 2, retryDelay: 5, notify: true },
  "outage-look": { policy: "short", expireInSeconds: 60, retryLimit: 0, notify: true },
  scout: { policy: "standard", expireInSeconds: 60, retryLimit: 2, retryDelay: 5, notify: true },
  "after-outage": { policy: "short", expireInSeconds: 60, retryLimit: 3, retryDelay: 5, notify: true },
  "operator-mail": { ...MAIL, retryLimit: 10, retryDelay: 30 },
  "model-mail": MAIL,
  "second-look": { policy: "standard", expireInSeconds: 60, retryLimit: 3, retryDelay: 5, notify: true },
  hourly: { policy: "exclusive", expireInSeconds: 300, retryLimit: 2, retryDelay: 30 },
  digest: { ...MAIL, retryLimit: 6 },
  "webhook-message": { policy: "standard", expireInSeconds: 60, retryLimit: 3, retryDelay: 5, notify: true },
  // When to try again is the delivery's own row to say; what is lost with a worker the sweep picks up.
  "webhook-delivery": { policy: "standard", expireInSeconds: 60, retryLimit: 2, retryDelay: 65, notify: true },
  "audit-head": { ...MAIL, policy: "exclusive" },
  retention: { policy: "exclusive", expireInSeconds: 3_600, retryLimit: 2, retryDelay: 60 },
  sweep: { policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
};

/** Run by `migrate` as the owner; does nothing to a queue that is there. */
export async function createQueues(boss: PgBoss): Promise<void> {
  for (const [name, options] of Object.entries(QUEUES)) {
    if (await boss.getQueue(name)) continue;
    await boss.createQueue(name, { ...options, deleteAfterSeconds: 24 * 3600 });
  }
}

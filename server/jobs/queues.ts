import "server-only";
import type { PgBoss, QueueOptions } from "pg-boss";

type Definition = QueueOptions & { policy: "standard" | "exclusive"; notify?: boolean };

/** A job carries ids alone: never a key, an address or a text. */
export type JobData = {
  "access-test": { testId: string };
  retest: { userId: string; check: string; since: string };
  "sign-in-mail": { requestId: string };
  sweep: Record<string, never>;
};

export type QueueName = keyof JobData;

const QUEUES: Record<QueueName, Definition> = {
  // `exclusive` with the test as key: a test has one job. A worker that dies is noticed after ten seconds of silence.
  "access-test": { policy: "exclusive", heartbeatSeconds: 10, expireInSeconds: 600, retryLimit: 3, notify: true },
  retest: { policy: "standard", expireInSeconds: 60, retryLimit: 3, retryDelay: 5, notify: true },
  "sign-in-mail": {
    policy: "standard",
    expireInSeconds: 60,
    retryLimit: 4,
    retryDelay: 2,
    retryBackoff: true,
    notify: true,
  },
  sweep: { policy: "exclusive", expireInSeconds: 300, retryLimit: 0 },
};

/** Run by `migrate` as the owner; does nothing to a queue that is there. */
export async function createQueues(boss: PgBoss): Promise<void> {
  for (const [name, options] of Object.entries(QUEUES)) {
    if (await boss.getQueue(name)) continue;
    await boss.createQueue(name, { ...options, deleteAfterSeconds: 24 * 3600 });
  }
}

import "server-only";
import type { Job, PgBoss } from "pg-boss";
import { writeDownHead } from "../audit/head.ts";
import { lookAtCohort } from "../cohort/look.ts";
import { everyHour } from "../digest/hourly.ts";
import { postDigest } from "../digest/post.ts";
import { workerEnvironment } from "../environment.ts";
import { postHelp } from "../help/mail.ts";
import type { Asked, JobData, QueueName } from "../jobs/queues.ts";
import { onBehalfOf } from "../log/asked-by.ts";
import { log } from "../log/log.ts";
import { postLetter } from "../mail/post.ts";
import { postMessage } from "../message/post.ts";
import { retestAfterOutage } from "../outage/after.ts";
import { lookForOutage } from "../outage/look.ts";
import { tellOperator } from "../outage/operator.ts";
import { sendScout } from "../outage/scout.ts";
import { tellOfModel } from "../provider/refused-model.ts";
import { lookAgain } from "../quiet/second-look.ts";
import { keepRetention } from "../retention/keep.ts";
import { importRoster } from "../roster/importing.ts";
import { sendInvitations } from "../roster/letter.ts";
import { tellOfDoor } from "../sign-in/letter.ts";
import { sendSignInMail } from "../sign-in/mail.ts";
import type { Keyring } from "../vault/keyring.ts";
import { retestNow } from "../waiting/retest.ts";
import { addressMessage } from "../webhook/address-message.ts";
import { deliver } from "../webhook/deliver.ts";
import { sweep } from "./sweep.ts";
import { doTest } from "./test-job.ts";

/** Deferred jobs are not announced, so the queue is looked at this often as well. */
const POLL = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 } as const;

/** Takes each kind of job to the function that does it. */
export async function workOn(boss: PgBoss, keyring: Keyring, shutdown: AbortSignal): Promise<void> {
  const work = async <Name extends QueueName>(
    name: Name,
    concurrency: number,
    doNow: (data: JobData[Name]) => Promise<void>,
  ) => {
    const options = { ...POLL, batchSize: 1, localConcurrency: concurrency };
    await boss.work<Asked<JobData[Name]>>(name, options, async ([job]) => job && attempt(name, job, doNow));
  };
  await work("access-test", workerEnvironment().TEST_CONCURRENCY, (job) => doTest(job, keyring, shutdown));
  await work("sign-in-mail", 2, ({ requestId }) => sendSignInMail(requestId));
  await work("letter", 2, (job) => postLetter(job));
  await work("door-letter", 1, tellOfDoor);
  await work("help-mail", 2, (job) => postHelp(job));
  await work("message", 2, (job) => postMessage(job));
  await work("invitation", 2, sendInvitations);
  await work("roster-import", 1, ({ importId }) => importRoster(importId));
  await work("cohort-look", 1, lookAtCohort);
  await work("operator-mail", 1, tellOperator);
  await work("model-mail", 1, tellOfModel);
  await work("retest", 2, (job) => retestNow(job));
  await work("second-look", 1, lookAgain);
  await work("outage-look", 1, (job) => lookForOutage(job));
  await work("scout", 1, (job) => sendScout(job));
  await work("after-outage", 1, retestAfterOutage);
  await work("hourly", 1, () => everyHour(new Date()));
  await work("digest", 1, (job) => postDigest(job));
  await work("webhook-message", 1, (job) => addressMessage(job));
  await work("webhook-delivery", 4, (job) => deliver(job, keyring));
  await work("audit-head", 1, writeDownHead);
  await work("sweep", 1, () => sweep(new Date()));
  await work("retention", 1, () => keepRetention(new Date()));
  await boss.schedule("sweep", "* * * * *");
  await boss.schedule("hourly", "0 * * * *");
  await boss.schedule("audit-head", "0 2 * * *");
  // Behind the end of the audit chain, so that what was written down of it is of before the cut.
  await boss.schedule("retention", "30 2 * * *");
}

function attempt<Data>(name: QueueName, job: Job<Asked<Data>>, doNow: (data: Data) => Promise<void>): Promise<void> {
  const { fromRequest, ...data } = job.data ?? {};
  return onBehalfOf(fromRequest, async () => {
    try {
      await doNow(data as Data);
    } catch (error) {
      log.fault("job.failed", error, { queue: name, jobId: job.id });
      // pg-boss keeps what it is given in the job's row: a name says enough, and a message may quote a person.
      throw new Error(error instanceof Error ? error.name : "unknown");
    }
  });
}

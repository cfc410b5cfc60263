import { inject } from "vitest";
import type { JobData, QueueName } from "#server/jobs/queues";
import { postLetter } from "#server/mail/post";
import { retestAfterOutage } from "#server/outage/after";
import { lookForOutage } from "#server/outage/look";
import { readKeyring } from "#server/vault/keyring";
import { retestNow } from "#server/waiting/retest";
import { doTest } from "#server/worker/test-job";
import { asWorker, ownerDatabase, rowsAs } from "./roles.ts";

type Job<Name extends QueueName> = { readonly id: string; readonly data: JobData[Name]; readonly startAfter: Date };

/** The jobs of a queue that nobody has done yet, in the order of their time. */
export async function jobsOf<Name extends QueueName>(name: Name): Promise<Job<Name>[]> {
  const rows = await rowsAs(
    "owner",
    'SELECT id, data, start_after AS "startAfter" FROM pgboss.job WHERE name = $1 AND state = $2 ORDER BY start_after, created_on',
    [name, "created"],
  );
  return rows as unknown as Job<Name>[];
}

/** Takes the jobs of a queue away, and gives what they carried. */
export async function takeJobs<Name extends QueueName>(name: Name): Promise<JobData[Name][]> {
  const jobs = await jobsOf(name);
  await rowsAs("owner", "DELETE FROM pgboss.job WHERE id = ANY($1)", [jobs.map(({ id }) => id)]);
  return jobs.map(({ data }) => data);
}

const never = new AbortController().signal;

/** Does the tests that wait in the queue, one after another, as the worker does. */
export async function doTests(): Promise<void> {
  const keyring = await readKeyring(inject("cluster").keyringFile);
  for (const job of await takeJobs("access-test")) await asWorker(() => doTest(job, keyring, never));
}

/** Does what else the worker would do at once: looks for an outage, and lets go what is held after one. */
export async function settleOutages(now = new Date()): Promise<void> {
  for (const job of await takeJobs("outage-look")) await asWorker(() => lookForOutage(job, now));
  for (const job of await takeJobs("after-outage")) await asWorker(() => retestAfterOutage(job));
}

export async function sendLetters(now: Date): Promise<void> {
  for (const job of await takeJobs("letter")) await asWorker(() => postLetter(job, now));
}

/** Does the looks at a student's wait, those that are due and those that are not. */
export async function doLooks(count = Number.POSITIVE_INFINITY): Promise<void> {
  const jobs = (await jobsOf("retest")).slice(0, count);
  await rowsAs("owner", "DELETE FROM pgboss.job WHERE id = ANY($1)", [jobs.map(({ id }) => id)]);
  for (const { data } of jobs) await asWorker(() => retestNow(data));
}

export const openIncident = (provider = "openai") =>
  ownerDatabase().incident.findFirst({ where: { provider, endedAt: null } });

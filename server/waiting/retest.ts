import "server-only";
import { startTest } from "../access-test/commands.ts";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import type { JobData } from "../jobs/queues.ts";
import { notify } from "../live/notify.ts";
import { lookLater } from "./commands.ts";

/** Another test is going on: this one comes after it. */
const WHILE_TESTING_MS = 15_000;
const WHILE_HELD_MS = 60_000;

type Job = JobData["retest"];

/**
 * Run by the worker when the time of a look has come. Nothing is done where the wait is over or begun anew, the key is
 * gone, or a look that was planned before this one came so late that it has done the work of both.
 */
export async function retestNow(job: Job, now = new Date()): Promise<void> {
  try {
    await database().$transaction((tx) => look(tx, job, now));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await lookLater(database(), wantedOf(job), new Date(job.at), new Date(now.getTime() + WHILE_TESTING_MS));
  }
}

const wantedOf = ({ userId, check, since }: Job) => ({ userId, check, since: new Date(since) });

async function look(tx: Transaction, job: Job, now: Date): Promise<void> {
  const { userId, check, since, at } = job;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`looks for ${userId} ${check}`}, 0))`;
  const timer = await tx.waitingTimer.findUnique({ where: { userId_check: { userId, check } } });
  const credential = await credentialFor(tx, userId, check);
  if (!timer || !credential || timer.since.toISOString() !== since) return;
  if (await wasLooked(tx, userId, new Date(at))) return;
  const live = await tx.accessTest.findFirst({ where: { userId, finishedAt: null }, select: { heldAt: true } });
  if (live) {
    const pause = live.heldAt ? WHILE_HELD_MS : WHILE_TESTING_MS;
    return lookLater(tx, wantedOf(job), new Date(at), new Date(now.getTime() + pause));
  }
  await startTest(tx, { userId, ...credential, trigger: "waiting", imageConsent: timer.imageConsent });
  await notify(tx, `user:${userId}`);
}

async function credentialFor(tx: Transaction, userId: string, check: string) {
  const [provider = ""] = check.split(".");
  const found = await tx.apiCredential.findFirst({
    where: { userId, provider, deletedAt: null },
    select: { id: true, version: true },
  });
  return found && { credentialId: found.id, credentialVersion: found.version };
}

/** A worker that was down finds several looks due at once: the first is enough for all. */
const wasLooked = async (tx: Transaction, userId: string, at: Date): Promise<boolean> =>
  (await tx.accessTest.count({ where: { userId, trigger: "waiting", requestedAt: { gte: at } } })) > 0;

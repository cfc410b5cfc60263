import "server-only";
import { v7 as uuid } from "uuid";
import type { CheckName } from "#domain/check/check";
import { done, type Outcome, refused } from "#domain/outcome";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse, giveBackUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import type { Student } from "../viewer.ts";

/** After 'I have just verified' or 'I have just paid' the portal looks again by itself. */
export const RETEST_AFTER_MINUTES = [5, 15, 30] as const;
const PATIENCE_MS = 30 * 60_000;

type NewTest = {
  userId: string;
  credentialId: string;
  credentialVersion: number;
  trigger: "saved" | "asked" | "waiting";
  imageConsent: boolean;
};

/** The row and its job are written together, so no test ever waits for a job that was lost. */
export async function startTest(tx: Transaction, test: NewTest): Promise<string> {
  const id = uuid();
  await tx.accessTest.create({ data: { id, ...test }, select: { id: true } });
  await enqueue(tx, "access-test", { testId: id }, { singletonKey: id });
  return id;
}

type Refusal = "no_key" | "already_running" | "too_many" | "image_limit";

/** Tests the student's stored key; the picture is made only with consent, since it costs the student money. */
export async function testAccessLater(
  student: Student,
  { imageConsent }: { imageConsent: boolean },
): Promise<Outcome<null, Refusal>> {
  const credential = await liveCredential(student.id);
  if (!credential) return refused("no_key");
  if (!(await countUse("test by person", student.id)).allowed) return refused("too_many");
  if (imageConsent && !(await countUse("image test by person", student.id)).allowed) return refused("image_limit");
  const started = await startUnlessRunning(student.id, { ...credential, trigger: "asked", imageConsent });
  // A double click makes one picture, so it uses up one of the day's.
  if (!started.ok && imageConsent) await giveBackUse("image test by person", student.id);
  return started;
}

const liveCredential = async (userId: string) => {
  const found = await database().apiCredential.findFirst({
    where: { userId, deletedAt: null },
    select: { id: true, version: true },
  });
  return found && { credentialId: found.id, credentialVersion: found.version };
};

/** One live test per student: the database's natural key decides between clicks that come at once. */
async function startUnlessRunning(
  userId: string,
  test: Omit<NewTest, "userId">,
): Promise<Outcome<null, "already_running">> {
  try {
    await database().$transaction(async (tx) => {
      await startTest(tx, { userId, ...test });
      await notify(tx, `user:${userId}`);
    });
    return done(null);
  } catch (error) {
    if (isDuplicate(error)) return refused("already_running");
    throw error;
  }
}

/**
 * The student says that it is done at the provider. Until the provider lets it through a refusal is no failure; the
 * portal tests again after 5, 15 and 30 minutes, the picture only if the test that was refused had the consent for it.
 */
export async function waitForProvider(
  student: Student,
  check: CheckName,
): Promise<Outcome<null, "nothing_refused" | "too_many">> {
  const refusal = await latestRefusal(student.id, check);
  if (!refusal) return refused("nothing_refused");
  if (!(await countUse("wait by person", student.id)).allowed) return refused("too_many");
  const since = new Date();
  const timer = { since, until: new Date(since.getTime() + PATIENCE_MS), imageConsent: refusal.imageConsent };
  await database().$transaction((tx) => startTimer(tx, student.id, check, timer));
  return done(null);
}

/** The test in which the check was refused, if that is the last that is known of it. */
async function latestRefusal(userId: string, check: CheckName): Promise<{ imageConsent: boolean } | null> {
  const latest = await database().checkResult.findFirst({
    where: { check, test: { userId }, state: { in: ["passed", "failed", "waiting"] }, finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    select: { state: true, test: { select: { imageConsent: true } } },
  });
  return latest && latest.state !== "passed" ? latest.test : null;
}

type Timer = { since: Date; until: Date; imageConsent: boolean };

async function startTimer(tx: Transaction, userId: string, check: CheckName, timer: Timer): Promise<void> {
  const where = { userId_check: { userId, check } };
  await tx.waitingTimer.upsert({ where, create: { userId, check, ...timer }, update: timer });
  for (const minutes of RETEST_AFTER_MINUTES) {
    await enqueue(tx, "retest", { userId, check, since: timer.since.toISOString() }, { startAfter: minutes * 60 });
  }
  await notify(tx, `user:${userId}`);
}

/** Run by the worker when a re-test's time has come. Nothing is done where the wait is over or the key is gone. */
export async function retestNow({
  userId,
  check,
  since,
}: {
  userId: string;
  check: string;
  since: string;
}): Promise<void> {
  const timer = await database().waitingTimer.findUnique({ where: { userId_check: { userId, check } } });
  const credential = await liveCredential(userId);
  if (!timer || !credential || timer.since.toISOString() !== since) return;
  await startUnlessRunning(userId, { ...credential, trigger: "waiting", imageConsent: timer.imageConsent });
}

import "server-only";
import { v7 as uuid } from "uuid";
import { CHECKS_OF, type CheckName } from "#domain/check/check";
import { isPaid, type PaidCheck } from "#domain/check/daily-cap";
import type { ProviderId } from "#domain/check/provider";
import { done, type Outcome, refused } from "#domain/outcome";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import type { Student } from "../viewer.ts";
import { leftToday } from "./spending.ts";

type NewTest = {
  userId: string;
  credentialId: string;
  credentialVersion: number;
  trigger: "saved" | "asked" | "waiting" | "quiet" | "outage";
  imageConsent: boolean;
  onlyCheck?: string | null;
};

/**
 * The row and its job are written together, so no test ever waits for a job that was lost. `scoutFor` is the incident
 * during which it goes ahead of those that are held back.
 */
export async function startTest(tx: Transaction, test: NewTest, scoutFor?: string): Promise<string> {
  const id = uuid();
  await tx.accessTest.create({ data: { id, ...test }, select: { id: true } });
  await enqueue(tx, "access-test", { testId: id, ...(scoutFor && { scoutFor }) }, { singletonKey: id });
  return id;
}

export type TestRefusal = "no_key" | "already_running" | "too_many" | "image_limit" | "paid_limit";

export type TestWish = {
  readonly provider?: ProviderId;
  readonly imageConsent: boolean;
  /** The one check to repeat; the rest stays as it is known. */
  readonly only?: CheckName | null;
};

/** Tests the student's stored key; the picture is made only with consent, since it costs the student money. */
export async function testAccessLater(student: Student, wish: TestWish): Promise<Outcome<null, TestRefusal>> {
  const { imageConsent, provider = "openai", only = null } = wish;
  const credential = await liveCredential(student.id, provider);
  if (!credential) return refused("no_key");
  const limited = await countUse("test by person", student.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const full = await usedUp(student.id, paidIn(provider, wish), new Date());
  if (full) return full;
  return startUnlessRunning(student.id, { ...credential, trigger: "asked", imageConsent, onlyCheck: only });
}

/** What a test may ask that costs money. */
const paidIn = (provider: ProviderId, { imageConsent, only }: TestWish): readonly PaidCheck[] =>
  CHECKS_OF[provider]
    .filter(isPaid)
    .filter((check) => (!only || only === check) && (check !== "openai.image" || imageConsent));

type Full = { ok: false; refusal: "image_limit" | "paid_limit"; retryAfterSeconds?: number };

/** Says no at once where the worker would skip a check: nobody is to wait for a test that cannot show anything. */
async function usedUp(userId: string, checks: readonly PaidCheck[], now: Date): Promise<Full | null> {
  for (const check of checks) {
    const { againAt } = await leftToday(userId, check, now);
    if (!againAt) continue;
    const seconds = Math.ceil((againAt.getTime() - now.getTime()) / 1000);
    return refused(check === "openai.image" ? "image_limit" : "paid_limit", seconds);
  }
  return null;
}

/** The student's own stop: it ends at once, and the worker asks nothing more. */
export async function cancelTest(student: Student): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count: ended } = await tx.accessTest.updateMany({
      where: { userId: student.id, finishedAt: null },
      data: { finishedAt: new Date(), ending: "cancelled" },
    });
    if (ended > 0) await notify(tx, `user:${student.id}`);
  });
}

const liveCredential = async (userId: string, provider: ProviderId) => {
  const found = await database().apiCredential.findFirst({
    where: { userId, provider, deletedAt: null },
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

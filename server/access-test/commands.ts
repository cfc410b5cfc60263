import "server-only";
import { v7 as uuid } from "uuid";
import type { CheckName } from "#domain/check/check";
import type { ProviderId } from "#domain/check/provider";
import { done, type Outcome, refused } from "#domain/outcome";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse, type DailyCap, giveBackUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import type { Student } from "../viewer.ts";

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
  const spending = spendingOf(provider, wish);
  const full = await count(spending, student.id);
  if (full) return refused(full.cap === "image test by person" ? "image_limit" : "paid_limit", full.retryAfterSeconds);
  const test = { ...credential, trigger: "asked", imageConsent, onlyCheck: only } as const;
  const started = await startUnlessRunning(student.id, test);
  // A double click makes one picture, so it uses up one of the day's.
  if (!started.ok) for (const limit of spending) await giveBackUse(limit, student.id);
  return started;
}

/** What a test may spend of the day's caps. */
function spendingOf(provider: ProviderId, { imageConsent, only }: TestWish): readonly DailyCap[] {
  const asks = (check: CheckName) => provider === "openai" && (!only || only === check);
  return [
    ...(asks("openai.credits") ? (["paid test by person"] as const) : []),
    ...(imageConsent && asks("openai.image") ? (["image test by person"] as const) : []),
  ];
}

type Full = { readonly cap: DailyCap; readonly retryAfterSeconds: number };

/** The cap that is used up, if one is, and for how long; then none of them is counted. */
async function count(caps: readonly DailyCap[], userId: string): Promise<Full | null> {
  for (const [at, cap] of caps.entries()) {
    const limited = await countUse(cap, userId);
    if (limited.allowed) continue;
    for (const counted of caps.slice(0, at)) await giveBackUse(counted, userId);
    return { cap, retryAfterSeconds: limited.retryAfterSeconds };
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

import "server-only";
import { CHECKS_OF, type CheckName, isCheckName, providerOf, type Verdict } from "#domain/check/check";
import { stepProvedBy } from "#domain/course/course";
import type { ProviderReply } from "#domain/diagnosis/reply";
import { wholeModule } from "../course/queries.ts";
import { database, type Transaction } from "../database/client.ts";
import { refreshBlockers } from "../help/blockers.ts";
import { notify } from "../live/notify.ts";
import { proveStep } from "../progress/commands.ts";
import type { Answer } from "../provider/check.ts";
import { reportModel } from "../provider/refused-model.ts";
import { endWait } from "../waiting/follow-up.ts";
import { followTest } from "./aftermath.ts";
import { mayAsk } from "./spending.ts";

export type ClaimedTest = {
  readonly id: string;
  readonly userId: string;
  readonly provider: string;
  readonly credentialId: string;
  readonly credentialVersion: number;
  readonly imageConsent: boolean;
  /** The one check that is repeated alone; null for a whole run. */
  readonly onlyCheck: string | null;
  /** Raised by each claim; only the latest attempt may write. */
  readonly attempt: number;
  readonly waitingUntil: ReadonlyMap<CheckName, Date>;
};

/** The test is no longer this attempt's: cancelled, finished, or taken over. Nothing is written any more. */
export class GoneError extends Error {}

/** The worker is being stopped in the middle of a test; its job fails and another attempt takes over. */
export class InterruptedError extends Error {}

/** Takes a test that is still live, and with it the right to write its results. */
export async function claim(testId: string): Promise<ClaimedTest | null> {
  type Row = Omit<ClaimedTest, "waitingUntil">;
  const [row] = await database().$queryRaw<Row[]>`
    UPDATE access_test t SET attempt = attempt + 1, started_at = now()
    FROM api_credential c
    WHERE t.id = ${testId}::uuid AND t.finished_at IS NULL AND c.id = t.credential_id
    RETURNING t.id, t.user_id AS "userId", c.provider, t.credential_id AS "credentialId",
              t.credential_version AS "credentialVersion", t.image_consent AS "imageConsent",
              t.only_check AS "onlyCheck", t.attempt`;
  if (!row) return null;
  const timers = await database().waitingTimer.findMany({ where: { userId: row.userId } });
  const waiting = timers.flatMap(({ check, until }) => (isCheckName(check) ? [[check, until] as const] : []));
  return { ...row, waitingUntil: new Map(waiting) };
}

/** Read again before each call, so that a deleted or replaced key is used no further. */
export async function isStillWanted(test: ClaimedTest): Promise<boolean> {
  const [row] = await database().$queryRaw<{ ok: boolean }[]>`
    SELECT true AS ok FROM access_test t JOIN api_credential c ON c.id = t.credential_id
    WHERE t.id = ${test.id}::uuid AND t.attempt = ${test.attempt} AND t.finished_at IS NULL
      AND c.deleted_at IS NULL AND c.version = t.credential_version`;
  return row?.ok ?? false;
}

/** Locks the test's row for the transaction; throws when a later attempt, or nobody, owns it. */
async function fence(tx: Transaction, test: ClaimedTest): Promise<void> {
  const owned = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM access_test
    WHERE id = ${test.id}::uuid AND attempt = ${test.attempt} AND finished_at IS NULL FOR UPDATE`;
  if (owned.length === 0) throw new GoneError();
}

/** Writes down that a check begins, and with that counts it; says no where the day's cap of it is used up. */
export async function noteStarted(test: ClaimedTest, check: CheckName): Promise<boolean> {
  const now = new Date();
  return database().$transaction(async (tx) => {
    await fence(tx, test);
    if (!(await mayAsk(tx, test, check, now))) return false;
    await upsertResult(tx, test, check, { state: "started", startedAt: now, finishedAt: null });
    await notify(tx, `user:${test.userId}`);
    return true;
  });
}

/** What the check saw; a pass proves its step in the same commit. */
export async function noteVerdict(
  test: ClaimedTest,
  check: CheckName,
  verdict: Verdict,
  seen: { answer?: Answer | undefined; keyKind?: string | undefined } = {},
): Promise<void> {
  await database().$transaction(async (tx) => {
    await fence(tx, test);
    await upsertResult(tx, test, check, { ...columnsOf(verdict, seen), finishedAt: new Date() });
    if (verdict.state === "passed") await notePassed(tx, test, check);
    if ("cause" in verdict && verdict.cause === "model_withdrawn") await reportModel(tx, check);
    if (seen.answer?.picture) await keepPicture(tx, test, seen.answer.picture);
    await notify(tx, `user:${test.userId}`);
  });
}

/** A fact wins: the step is proven whether or not it is locked. */
async function notePassed(tx: Transaction, { userId, id }: ClaimedTest, check: CheckName): Promise<void> {
  const step = stepProvedBy(await wholeModule("pl"), check);
  if (step) await proveStep(tx, userId, step.id, id);
  await endWait(tx, { id, userId }, check);
}

/** Only the latest picture is kept. */
async function keepPicture(
  tx: Transaction,
  { userId, id }: ClaimedTest,
  picture: NonNullable<Answer["picture"]>,
): Promise<void> {
  await tx.testPicture.deleteMany({ where: { test: { userId } } });
  await tx.testPicture.create({ data: { testId: id, ...picture }, select: { testId: true } });
}

type Columns = Partial<
  Omit<Parameters<Transaction["checkResult"]["create"]>[0]["data"], "testId" | "check" | "position" | "test">
>;

async function upsertResult(
  tx: Transaction,
  test: ClaimedTest,
  check: CheckName,
  columns: Columns & { state: Verdict["state"] | "started" },
) {
  await tx.checkResult.upsert({
    where: { testId_check: { testId: test.id, check } },
    create: { testId: test.id, check, position: positionOf(check), ...columns },
    update: columns,
    select: { testId: true },
  });
}

const positionOf = (check: CheckName): number => (CHECKS_OF[providerOf(check)] as readonly CheckName[]).indexOf(check);

function columnsOf(
  verdict: Verdict,
  { answer, keyKind }: { answer?: Answer | undefined; keyKind?: string | undefined },
) {
  return {
    state: verdict.state,
    cause: "cause" in verdict ? verdict.cause : null,
    waitingUntil: verdict.state === "waiting" ? verdict.until : null,
    keyKind: keyKind ?? null,
    costMicroUsd: answer?.costMicroUsd ?? 0,
    organization: answer?.owner?.organization ?? null,
    project: answer?.owner?.project ?? null,
    ...(answer ? traceOf(answer.reply) : {}),
  };
}

/** A code that looks like a code; anything else that a provider might put there is not kept. */
const CODE = /^(?:[a-z_]{1,60}|[A-Z_]{1,60})$/;
/** As OpenAI makes them; a gateway's own are of no use to anybody. */
const REQUEST_ID = /^req_[0-9a-f]{8,64}$/;

/** What the provider's support would ask for. */
export function traceOf(reply: ProviderReply) {
  const code = reply.kind === "refusal" || reply.kind === "network" ? reply.code : null;
  const requestId = reply.kind === "refusal" || reply.kind === "success" ? reply.requestId : null;
  return {
    httpStatus: "status" in reply ? reply.status : null,
    providerCode: code && CODE.test(code) ? code : null,
    requestId: requestId && REQUEST_ID.test(requestId) ? requestId : null,
  };
}

export async function finish(test: ClaimedTest, ending: "completed" | "given_up"): Promise<void> {
  await database().$transaction(async (tx) => {
    await fence(tx, test);
    await tx.accessTest.update({
      where: { id: test.id },
      data: { finishedAt: new Date(), ending },
      select: { id: true },
    });
    await followTest(tx, test, new Date());
    await refreshBlockers(tx, test.userId, new Date());
    await notify(tx, `user:${test.userId}`);
  });
}

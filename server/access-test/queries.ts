import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { CHECKS_OF, type CheckName } from "#domain/check/check";
import { type CheckView, withLastKnown } from "#domain/check/check-view";
import type { DayLeft } from "#domain/check/daily-cap";
import type { ProviderId } from "#domain/check/provider";
import { database } from "../database/client.ts";
import type { Student } from "../viewer.ts";
import { leftToday } from "./spending.ts";

export type TestView = {
  readonly id: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly ending: "completed" | "cancelled" | "given_up" | null;
  readonly imageConsent: boolean;
  readonly hasPicture: boolean;
  /** The check that was repeated alone; what stands beside it is from the tests before. */
  readonly only: string | null;
  readonly heldAt: Date | null;
  readonly checks: readonly CheckView[];
};

const SHAPE = {
  id: true,
  requestedAt: true,
  finishedAt: true,
  ending: true,
  imageConsent: true,
  onlyCheck: true,
  heldAt: true,
  credentialId: true,
  credentialVersion: true,
  results: true,
  picture: { select: { testId: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof latestRows>>[number]>;

/** What is looked through for the checks beside one that was repeated alone. */
const LOOKED_THROUGH = 20;

/** Quiet looks are the portal's own; a student is shown what they asked for and what came of it. */
const latestRows = (userId: string, provider: ProviderId, take: number) =>
  database().accessTest.findMany({
    where: { userId, trigger: { not: "quiet" }, credential: { provider } },
    orderBy: { requestedAt: "desc" },
    take,
    select: SHAPE,
  });

/** The latest tests of a student's key, newest first; a check that has no result yet is `queued`. */
export async function testsOf(
  student: Pick<Student, "id">,
  take: number,
  provider: ProviderId = "openai",
): Promise<TestView[]> {
  const rows = await latestRows(student.id, provider, Math.max(take, LOOKED_THROUGH));
  const own = rows.map((row) => viewsIn(row, provider));
  return rows.slice(0, take).map((row, at) => viewOf(row, own[at] ?? [], earlierOf(rows, own, at)));
}

/** Of the same key alone: what another key showed says nothing of this one. */
const earlierOf = (rows: readonly Row[], own: readonly (readonly CheckView[])[], at: number) =>
  own.filter(
    (_, other) =>
      other > at &&
      rows[other]?.credentialId === rows[at]?.credentialId &&
      rows[other]?.credentialVersion === rows[at]?.credentialVersion,
  );

export const latestTestOf = async (
  student: Pick<Student, "id">,
  provider: ProviderId = "openai",
): Promise<TestView | null> => (await testsOf(student, 1, provider))[0] ?? null;

function viewOf(row: Row, own: readonly CheckView[], earlier: readonly (readonly CheckView[])[]): TestView {
  const { id, requestedAt, finishedAt, ending, imageConsent, heldAt, onlyCheck: only, picture } = row;
  const checks = withLastKnown(own, only, earlier);
  const hasPicture = picture !== null;
  return {
    id,
    requestedAt,
    finishedAt,
    ending,
    imageConsent,
    heldAt,
    only,
    hasPicture,
    checks,
  };
}

const viewsIn = ({ results }: Row, provider: ProviderId): readonly CheckView[] =>
  CHECKS_OF[provider].map((check) => checkView(check, results));

function checkView(check: CheckName, results: Row["results"]): CheckView {
  const found = results.find((result) => result.check === check);
  const cause = found?.cause ?? null;
  return {
    check,
    state: found?.state ?? "queued",
    cause: cause !== null && isCauseId(cause) ? cause : null,
    waitingUntil: found?.waitingUntil ?? null,
    keyKind: found?.keyKind ?? null,
    httpStatus: found?.httpStatus ?? null,
    costMicroUsd: found?.costMicroUsd ?? 0,
    tookMs: found?.startedAt && found.finishedAt ? found.finishedAt.getTime() - found.startedAt.getTime() : null,
    at: found?.startedAt ?? null,
    organization: found?.organization ?? null,
    project: found?.project ?? null,
  };
}

export type RunningTest = { readonly step: number; readonly steps: number; readonly isHeld: boolean };

/** The test that is going on, for whichever page its student is on; the portal's own quiet looks are not shown. */
export async function runningTestOf(student: Pick<Student, "id">): Promise<RunningTest | null> {
  const row = await database().accessTest.findFirst({
    where: { userId: student.id, finishedAt: null, trigger: { not: "quiet" } },
    select: {
      onlyCheck: true,
      heldAt: true,
      credential: { select: { provider: true } },
      results: { select: { state: true } },
    },
  });
  if (!row) return null;
  const steps = row.onlyCheck ? 1 : CHECKS_OF[row.credential.provider as ProviderId].length;
  const ended = row.results.filter(({ state }) => state !== "started").length;
  return { step: Math.min(steps, ended + 1), steps, isHeld: row.heldAt !== null };
}

/** How many of the day's pictures the student has used. */
export const imageTestsToday = (student: Pick<Student, "id">): Promise<DayLeft> =>
  leftToday(student.id, "openai.image", new Date());

/** Millionths of a dollar that the tests of the last 24 hours have cost the student. */
export async function spentSince(student: Pick<Student, "id">, since: Date): Promise<number> {
  const { _sum: sum } = await database().checkResult.aggregate({
    where: { test: { userId: student.id }, finishedAt: { gte: since } },
    _sum: { costMicroUsd: true },
  });
  return sum.costMicroUsd ?? 0;
}

export type Picture = { readonly mediaType: string; readonly bytes: Uint8Array };

/** The picture of one of the student's own tests. */
export async function pictureOf(student: Pick<Student, "id">, testId: string): Promise<Picture | null> {
  return database().testPicture.findFirst({
    where: { testId, test: { userId: student.id } },
    select: { mediaType: true, bytes: true },
  });
}

import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { CHECKS, type CheckName, isCheckName } from "#domain/check/check";
import type { CheckView } from "#domain/check/check-view";
import { database } from "../database/client.ts";
import { usesLeft } from "../limit/limit.ts";
import type { Student } from "../viewer.ts";

export type TestView = {
  readonly id: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly ending: "completed" | "cancelled" | "given_up" | null;
  readonly imageConsent: boolean;
  readonly hasPicture: boolean;
  readonly checks: readonly CheckView[];
};

const SHAPE = {
  id: true,
  requestedAt: true,
  finishedAt: true,
  ending: true,
  imageConsent: true,
  results: true,
  picture: { select: { testId: true } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof latestRows>>[number]>;

const latestRows = (userId: string, take: number) =>
  database().accessTest.findMany({ where: { userId }, orderBy: { requestedAt: "desc" }, take, select: SHAPE });

/** The latest tests of a student, newest first; a check that has no result yet is `queued`. */
export async function testsOf(student: Pick<Student, "id">, take: number): Promise<TestView[]> {
  return (await latestRows(student.id, take)).map(viewOf);
}

export const latestTestOf = async (student: Pick<Student, "id">): Promise<TestView | null> =>
  (await testsOf(student, 1))[0] ?? null;

function viewOf({ results, picture, ...test }: Row): TestView {
  return { ...test, hasPicture: picture !== null, checks: CHECKS.map((check) => checkView(check, results)) };
}

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
  };
}

export type WaitingView = { readonly check: CheckName; readonly since: Date; readonly until: Date };

/** The clocks that are running for a student. */
export async function waitingOf(student: Pick<Student, "id">, now: Date): Promise<WaitingView[]> {
  const rows = await database().waitingTimer.findMany({ where: { userId: student.id, until: { gt: now } } });
  return rows.flatMap(({ check, since, until }) => (isCheckName(check) ? [{ check, since, until }] : []));
}

export const imageTestsLeft = (student: Pick<Student, "id">): Promise<number> =>
  usesLeft("image test by person", student.id);

export type Picture = { readonly mediaType: string; readonly bytes: Uint8Array };

/** The picture of one of the student's own tests. */
export async function pictureOf(student: Pick<Student, "id">, testId: string): Promise<Picture | null> {
  return database().testPicture.findFirst({
    where: { testId, test: { userId: student.id } },
    select: { mediaType: true, bytes: true },
  });
}

import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import type { HelpNeed } from "#domain/help/facts";
import { database } from "../database/client.ts";
import type { Instructor, Student } from "../viewer.ts";

export type OpenRequest = {
  readonly note: string;
  readonly stepId: string | null;
  /** The message that was pasted, and what it was taken for. */
  readonly pasted: string | null;
  readonly cause: CauseId | null;
  readonly createdAt: Date;
};

export async function openRequestOf(student: Pick<Student, "id">): Promise<OpenRequest | null> {
  const request = await database().helpRequest.findFirst({
    where: { userId: student.id, closedAt: null },
    select: { note: true, stepId: true, pasted: true, cause: true, createdAt: true },
  });
  return request && { ...request, cause: request.cause !== null && isCauseId(request.cause) ? request.cause : null };
}

export type Needing = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly cohort: string;
  readonly status: HelpNeed;
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  readonly tries: number;
  readonly since: Date;
  readonly lastActiveAt: Date | null;
};

const FIRST_PAGE = 100;

/** Who needs help in the instructor's cohorts: asked first, then more tries, then the longest wait. */
export async function studentsWhoNeedHelp(instructor: Instructor, take = FIRST_PAGE): Promise<Needing[]> {
  const rows = await database().blocker.findMany({
    where: { cohortId: { in: [...instructor.cohortIds] }, closedAt: null },
    orderBy: [{ rank: "asc" }, { tries: "desc" }, { since: "asc" }],
    take,
    select: {
      userId: true,
      status: true,
      stepId: true,
      cause: true,
      tries: true,
      since: true,
      cohort: { select: { name: true } },
      user: { select: { name: true, email: true, lastActiveAt: true } },
    },
  });
  return rows.map(({ cohort, user, cause, ...row }) => ({
    ...row,
    ...user,
    cohort: cohort.name,
    cause: cause !== null && isCauseId(cause) ? cause : null,
  }));
}

export const countOfNeeding = (instructor: Instructor): Promise<number> =>
  database().blocker.count({ where: { cohortId: { in: [...instructor.cohortIds] }, closedAt: null } });

export type SelfResolved = { readonly count: number; readonly lastName: string | null; readonly lastAt: Date | null };

/** Blockers that closed since `since`, and whose was the last. */
export async function closedSince(instructor: Instructor, since: Date): Promise<SelfResolved> {
  const where = { cohortId: { in: [...instructor.cohortIds] }, closedAt: { gte: since } };
  const [count, last] = await Promise.all([
    database().blocker.count({ where }),
    database().blocker.findFirst({
      where,
      orderBy: { closedAt: "desc" },
      select: { closedAt: true, user: { select: { name: true } } },
    }),
  ]);
  return { count, lastName: last?.user.name ?? null, lastAt: last?.closedAt ?? null };
}

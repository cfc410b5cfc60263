import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
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

/** Without those who are out of the way for now. */
export const countOfNeeding = (instructor: Instructor, now: Date): Promise<number> =>
  database().blocker.count({
    where: {
      cohortId: { in: [...instructor.cohortIds] },
      closedAt: null,
      OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }],
    },
  });

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

import "server-only";
import { database } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";
import type { Instructor } from "../viewer.ts";
import { type Happening, tell } from "../webhook/tell.ts";
import { lookAgain, PATIENCE_MS, tellDesks } from "./ripples.ts";

/** What became of those who were chosen: some may have got on meanwhile, and some are in a colleague's hands. */
export type Handled = { readonly changed: number; readonly gone: number; readonly others: number };

type Closed = Omit<Happening, "kind"> & { cohortId: string };
type Touched = { id: string; user_id: string; cohort_id: string };

/** More than a page holds. */
export const MOST_AT_ONCE = 200;

/** Takes them into the instructor's hands. Whom a colleague has is left there, unless they are taken over with open eyes. */
export function takeBlockers(
  instructor: Instructor,
  ids: readonly string[],
  { now, isOver }: { readonly now: Date; readonly isOver: boolean },
): Promise<Handled> {
  const who = isOver ? Prisma.sql`true` : Prisma.sql`(taken_by IS NULL OR taken_by = ${instructor.id}::uuid)`;
  return change(instructor, ids, Prisma.sql`taken_by = ${instructor.id}::uuid, taken_at = ${now}`, who);
}

/** Gives back what is in the instructor's own hands. */
export const releaseBlockers = (instructor: Instructor, ids: readonly string[]): Promise<Handled> =>
  change(instructor, ids, Prisma.sql`taken_by = NULL, taken_at = NULL`, Prisma.sql`taken_by = ${instructor.id}::uuid`);

export const snoozeBlockers = (
  instructor: Instructor,
  ids: readonly string[],
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<Handled> =>
  change(
    instructor,
    ids,
    Prisma.sql`snoozed_until = ${until}, snoozed_by = ${instructor.id}::uuid, snoozed_at = ${now}`,
  );

export const wakeBlockers = (instructor: Instructor, ids: readonly string[]): Promise<Handled> =>
  change(instructor, ids, Prisma.sql`snoozed_until = NULL, snoozed_by = NULL, snoozed_at = NULL`);

/** One statement: between who is asked about and who is changed nobody can come. */
async function change(
  instructor: Instructor,
  ids: readonly string[],
  set: Prisma.Sql,
  only = Prisma.sql`true`,
): Promise<Handled> {
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Touched[]>`
      UPDATE blocker SET ${set} WHERE ${ownAmong(instructor, ids)} AND ${only} RETURNING id, user_id, cohort_id`;
    const [left] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM blocker WHERE ${ownAmong(instructor, ids)} AND NOT (id = ANY(${idsOf(rows)}::uuid[]))`;
    await tellDesks(
      tx,
      rows.map((row) => row.cohort_id),
    );
    const others = left?.count ?? 0;
    return { changed: rows.length, others, gone: ids.length - rows.length - others };
  });
}

const ownAmong = ({ cohortIds }: Instructor, ids: readonly string[]) =>
  Prisma.sql`id = ANY(${[...ids]}::uuid[]) AND cohort_id = ANY(${[...cohortIds]}::uuid[]) AND closed_at IS NULL`;

const idsOf = (rows: readonly Touched[]) => rows.map(({ id }) => id);

/**
 * Closes cases by hand: from now on the rules count anew, and an open request of the student is answered. Whoever fails
 * again comes back.
 */
export async function resolveBlockers(instructor: Instructor, ids: readonly string[], now: Date): Promise<Handled> {
  return database().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<Closed[]>`
        UPDATE blocker SET closed_at = ${now}, closed_by = ${instructor.id}::uuid
        WHERE ${ownAmong(instructor, ids)}
        RETURNING id AS "subjectId", user_id AS "userId", cohort_id AS "cohortId", status::text AS status, step_id AS "stepId", cause, tries, since`;
      const userIds = [...new Set(rows.map(({ userId }) => userId))].sort();
      for (const closed of rows) await tell(tx, { ...closed, kind: "blocker.closed", reason: "resolved" });
      await tx.helpRequest.updateMany({
        where: { userId: { in: userIds }, closedAt: null },
        data: { closedAt: now, closedBy: instructor.id },
      });
      await lookAgain(tx, userIds, now);
      await tellDesks(
        tx,
        rows.map(({ cohortId }) => cohortId),
      );
      return { changed: rows.length, gone: ids.length - rows.length, others: 0 };
    },
    { timeout: PATIENCE_MS },
  );
}

import "server-only";
import type { DeskView } from "#domain/desk/view";
import { folded } from "../database/folded.ts";
import { Prisma } from "../database/generated/client.ts";
import type { Instructor } from "../viewer.ts";

/** Whoever sees the people of these cohorts. */
export type Staff = Pick<Instructor, "id" | "cohortIds">;

const like = (question: string) => `%${question.replace(/[\\%_]/g, "\\$&")}%`;

/** What a view leaves over of the open blockers `b` of people `u` in cohorts `c`: of an instructor's own cohorts alone. */
export function blockersIn(
  { id, cohortIds }: Staff,
  view: DeskView,
  { lessonSteps, now }: { readonly lessonSteps: readonly string[]; readonly now: Date },
): Prisma.Sql {
  const parts = [
    Prisma.sql`b.closed_at IS NULL AND b.cohort_id = ANY(${[...cohortIds]}::uuid[])`,
    view.snoozed
      ? Prisma.sql`b.snoozed_until > ${now}`
      : Prisma.sql`(b.snoozed_until IS NULL OR b.snoozed_until <= ${now})`,
  ];
  if (view.cohort) parts.push(Prisma.sql`c.slug = ${view.cohort}`);
  if (view.status) parts.push(Prisma.sql`b.status::text = ${view.status}`);
  if (view.cause === "none") parts.push(Prisma.sql`b.cause IS NULL`);
  else if (view.cause) parts.push(Prisma.sql`b.cause = ${view.cause}`);
  if (view.lesson) parts.push(Prisma.sql`b.step_id = ANY(${[...lessonSteps]}::text[])`);
  if (view.who === "mine") parts.push(Prisma.sql`b.taken_by = ${id}::uuid`);
  if (view.who === "free") parts.push(Prisma.sql`b.taken_by IS NULL`);
  if (view.q) {
    const wanted = folded(Prisma.sql`${like(view.q)}`);
    parts.push(Prisma.sql`(${folded(Prisma.sql`u.name`)} LIKE ${wanted} OR lower(u.email) LIKE ${wanted})`);
  }
  return Prisma.join(parts, " AND ");
}

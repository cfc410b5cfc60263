import "server-only";
import type { MatrixWish, Order } from "#domain/class/matrix";
import { stepsOf } from "#domain/course/course";
import { folded } from "../../database/folded.ts";
import { Prisma } from "../../database/generated/client.ts";
import type { Class } from "../queries.ts";

/** What people are put in order by; their ids decide between equals. */
export const KEYS: Readonly<Record<Order, Prisma.Sql>> = {
  name: Prisma.sql`u.name COLLATE "pl-x-icu"`,
  progress: Prisma.sql`(
    SELECT count(*) FROM step_progress p
    WHERE p.user_id = m.user_id AND p.step_id = ANY(m.steps) AND coalesce(p.ticked_at, p.proven_at, p.waived_at) IS NOT NULL)`,
  activity: Prisma.sql`coalesce(u.last_active_at, '-infinity')`,
};

export const isCalled = (name: string): Prisma.Sql =>
  name === ""
    ? Prisma.sql`true`
    : Prisma.sql`position(${folded(Prisma.sql`${name}`)} IN ${folded(Prisma.sql`r.name`)}) > 0`;

/** Whether somebody stands so on the step, or on any; the same rule as `rowOf` in domain/class/cell.ts, and a test holds them together. */
export function stands(of: Class, { step, state }: MatrixWish, now: Date): Prisma.Sql {
  if (state === null) return Prisma.sql`true`;
  const checks = stepsOf(of.whole).flatMap(({ id, check }) => (check ? [{ id, check }] : []));
  return Prisma.sql`EXISTS (
    SELECT 1 FROM unnest(r.steps) AS s (id)
    LEFT JOIN step_progress p ON p.user_id = r.id AND p.step_id = s.id
    LEFT JOIN jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) AS c (id text, "check" text) ON c.id = s.id
    WHERE (${step}::text IS NULL OR s.id = ${step}) AND ${state} = CASE
      WHEN EXISTS (
        SELECT 1 FROM blocker b WHERE b.user_id = r.id AND b.step_id = s.id AND b.closed_at IS NULL
          AND b.cohort_id = ANY(${[...of.cohortIds]}::uuid[])) THEN 'help'
      WHEN p.proven_at IS NOT NULL THEN 'proven'
      WHEN EXISTS (
        SELECT 1 FROM waiting_timer w WHERE w.user_id = r.id AND w.check_name = c."check" AND w.until > ${now}) AND p.waived_at IS NULL THEN 'waiting'
      WHEN p.ticked_at IS NOT NULL THEN 'ticked'
      WHEN p.waived_at IS NOT NULL THEN 'waived'
      ELSE 'todo' END)`;
}

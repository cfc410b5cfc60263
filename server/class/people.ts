import "server-only";
import { providerOf } from "#domain/check/check";
import { requiredIn } from "#domain/class/class-course";
import { stepsOf } from "#domain/course/course";
import { Prisma } from "../database/generated/client.ts";
import { specialOf } from "../progress/groups.ts";
import type { Class } from "./queries.ts";

/**
 * Who is in the class, one row for each: `user_id`, `cohorts` and `steps`, the required ones of their own course. Whoever
 * teaches is staff, and a place among the students to look at the course makes no student of them.
 */
export function peopleOf({ cohortIds, marked, courses }: Class): Prisma.Sql {
  const rows = courses.map(({ cohorts, module }) => ({ cohorts, steps: requiredIn(module).map(({ id }) => id) }));
  return Prisma.sql`
    mine AS MATERIALIZED (
      SELECT DISTINCT e.user_id FROM enrolment e
      WHERE e.role = 'student' AND e.cohort_id = ANY(${[...cohortIds]}::uuid[])
        AND NOT EXISTS (SELECT 1 FROM enrolment t WHERE t.user_id = e.user_id AND t.role = 'instructor')
    ), ${specialOf(marked)}, course AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c (cohorts text, steps text[])
    ), people AS MATERIALIZED (
      SELECT m.user_id, c.cohorts, c.steps
      FROM mine m LEFT JOIN special s USING (user_id) JOIN course c ON c.cohorts = coalesce(s.cohorts, '')
    )`;
}

/** Which check proves which step of today's lessons, optional ones too: `step_id`, `check_name`, `provider`. */
export function checksOf({ whole }: Class): Prisma.Sql {
  const rows = stepsOf(whole).flatMap(({ id, check }) =>
    check ? [{ step_id: id, check_name: check, provider: providerOf(check) }] : [],
  );
  return Prisma.sql`
    proving AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p (step_id text, check_name text, provider text)
    )`;
}

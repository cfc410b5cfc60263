import "server-only";
import { cohortsNamedIn } from "#domain/course/audience";
import type { Module } from "#domain/course/course";
import { SILENT } from "#domain/course/requirement";
import { moduleIn } from "../course/queries.ts";
import { saidIn } from "../course/said.ts";
import { database } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";

/** Students for whom the course is the same: those of one set of cohorts that have lessons or words of their own. */
export type Group = { readonly cohorts: string; readonly module: Module };

/** Which cohorts make a difference to the course, and whether those that make none still ask what its author asks. */
export type Marked = { readonly slugs: readonly string[]; readonly haveWords: boolean };

/**
 * `special`: for each `user_id` of `mine` that is in any of them, which of the marked cohorts these are, in one word. A
 * cohort that says nothing asks what the author asks, so where others have words of their own it is noted too.
 */
export const specialOf = ({ slugs, haveWords }: Marked): Prisma.Sql => Prisma.sql`
  special AS (
    SELECT user_id, string_agg(slug, ',' ORDER BY slug COLLATE "C") AS cohorts
    FROM (
      SELECT DISTINCT e.user_id, CASE WHEN c.slug = ANY(${[...slugs]}) THEN c.slug ELSE ${SILENT} END AS slug
      FROM cohort c JOIN enrolment e ON e.cohort_id = c.id AND e.role = 'student' JOIN mine m ON m.user_id = e.user_id
      WHERE c.slug = ANY(${[...slugs]}) OR (${haveWords} AND c.archived_at IS NULL)
    ) AS marks GROUP BY user_id
  )`;

/** The course as it is for each of the groups that there are among the students of these cohorts. */
export async function groupsIn(
  cohortIds: readonly string[],
  whole: Module,
): Promise<{ readonly marked: Marked; readonly groups: readonly Group[] }> {
  const said = await saidIn(database(), "all");
  const slugs = [...new Set([...cohortsNamedIn(whole), ...said.words.keys()])];
  const marked = { slugs, haveWords: said.words.size > 0 };
  const keys = slugs.length === 0 ? [""] : await keysIn(cohortIds, marked);
  const groups = keys.map((cohorts) => ({ cohorts, module: moduleIn(cohorts.split(","), said, whole) }));
  return { marked, groups };
}

/** A word for each set that occurs; an empty one for those in none. */
async function keysIn(cohortIds: readonly string[], marked: Marked): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ cohorts: string }[]>`
    WITH mine AS (
      SELECT DISTINCT user_id FROM enrolment WHERE role = 'student' AND cohort_id = ANY(${[...cohortIds]}::uuid[])
    ), ${specialOf(marked)}
    SELECT DISTINCT coalesce(s.cohorts, '') AS cohorts FROM mine LEFT JOIN special s USING (user_id)`;
  return rows.map(({ cohorts }) => cohorts);
}

import "server-only";
import type { Known } from "#domain/roster/diff";
import type { Transaction } from "../database/client.ts";
import type { Manager } from "../viewer.ts";

type Row = Known & { readonly isMine: boolean };

/** What the manager may know of these addresses. Somebody who is in none of their cohorts looks as if they were nobody. */
export async function knownAmong(
  tx: Transaction,
  manager: Manager,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.email, u.name,
           coalesce(array_agg(e.cohort_id::text) FILTER (WHERE e.cohort_id = ANY(${[...manager.cohortIds]}::uuid[])), '{}') AS "cohortIds",
           u.is_owner OR bool_or(coalesce(e.role <> 'student', false)) AS "isStaff"
    FROM app_user u JOIN enrolment e ON e.user_id = u.id
    WHERE u.email = ANY(${[...emails]}) GROUP BY u.id`;
  return new Map(rows.filter(({ cohortIds }) => cohortIds.length > 0).map((row) => [row.email, row]));
}

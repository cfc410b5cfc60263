import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { type Farewell, farewellOf, isFinalRefusal } from "#domain/credential/expiry";
import { database } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";

type Key = { readonly id: string; readonly userId: string; readonly provider: string };
type Row = Key & {
  readonly expiresAt: Date | null;
  readonly courseEndsAt: Date | null;
  readonly refusedAt: Date | null;
  readonly cause: string | null;
};
export type Due = Key & { readonly at: Date; readonly because: Farewell };

/**
 * What ends a key by itself. A refusal counts from the first of those that its key's check ends with, of this very
 * version; a course counts only where each one that its student takes has an end.
 */
async function rowsWhere(condition: Prisma.Sql): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT c.id, c.user_id AS "userId", c.provider, c.expires_at AS "expiresAt", course.ends AS "courseEndsAt", refusal.at AS "refusedAt", refusal.cause
    FROM api_credential c
    LEFT JOIN LATERAL (
      SELECT CASE WHEN bool_and(h.ends_at IS NOT NULL) THEN max(h.ends_at) END AS ends
      FROM enrolment e JOIN cohort h ON h.id = e.cohort_id WHERE e.user_id = c.user_id AND e.role = 'student'
    ) course ON true
    LEFT JOIN LATERAL (
      SELECT min(r.finished_at) AS at, min(r.cause) AS cause
      FROM check_result r JOIN access_test t ON t.id = r.test_id
      WHERE t.credential_id = c.id AND t.credential_version = c.version AND r.check_name = c.provider || '.key'
        AND r.state = 'failed' AND NOT EXISTS (
          SELECT 1 FROM check_result o JOIN access_test u ON u.id = o.test_id
          WHERE u.credential_id = c.id AND u.credential_version = c.version AND o.check_name = r.check_name
            AND (o.state = 'passed' OR (o.state = 'failed' AND o.cause <> r.cause)) AND o.finished_at > r.finished_at)
    ) refusal ON true
    WHERE c.deleted_at IS NULL AND ${condition}`;
}

function dueOf({ id, userId, provider, expiresAt, courseEndsAt, refusedAt, cause }: Row): Due | null {
  const isFinal = cause !== null && isCauseId(cause) && isFinalRefusal(cause);
  const farewell = farewellOf({ expiresAt, courseEndsAt, refusedAt: isFinal ? refusedAt : null });
  return farewell && { id, userId, provider, ...farewell };
}

/** Keys whose time has come. */
export async function keysDue(now: Date, most: number): Promise<Due[]> {
  const rows = await rowsWhere(Prisma.sql`
    (c.expires_at <= ${now} OR course.ends <= ${now} OR refusal.at <= ${now}) ORDER BY c.id`);
  return rows
    .map(dueOf)
    .filter((due) => due !== null && due.at <= now)
    .slice(0, most) as Due[];
}

/** When one key will go by itself; null where nothing ends it. */
export async function farewellOfKey(credentialId: string): Promise<Due | null> {
  const [row] = await rowsWhere(Prisma.sql`c.id = ${credentialId}::uuid`);
  return row ? dueOf(row) : null;
}

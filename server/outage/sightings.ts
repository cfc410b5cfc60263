import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { FEW_STUDENTS, type Sighting } from "#domain/outage/incident";
import { TROUBLING_CAUSES } from "#domain/outage/trouble";
import { database, type Transaction } from "../database/client.ts";

type Row = Omit<Sighting, "cause"> & { readonly cause: string | null };

/** What the checks of one provider's keys have met since `since`: failures to get an answer, and answers. */
export async function sightingsSince(provider: string, since: Date): Promise<readonly Sighting[]> {
  // Asked every minute, and mostly there is nothing: failures alone are found by an index.
  if ((await unansweredSince(provider, since)) < FEW_STUDENTS) return [];
  const rows = await database().$queryRaw<Row[]>`
    SELECT t.user_id AS student, t.id AS test, r.finished_at AS at, r.provider_code AS code,
           CASE WHEN r.state = 'inconclusive' THEN r.cause END AS cause
    FROM check_result r
    JOIN access_test t ON t.id = r.test_id
    JOIN api_credential c ON c.id = t.credential_id
    WHERE c.provider = ${provider} AND r.finished_at > ${since}
      AND (r.state = 'inconclusive' OR (r.state IN ('passed', 'failed', 'waiting') AND r.http_status IS NOT NULL))`;
  return rows.map(({ cause, ...row }) => ({ ...row, cause: cause !== null && isCauseId(cause) ? cause : null }));
}

async function unansweredSince(provider: string, since: Date): Promise<number> {
  const [row] = await database().$queryRaw<{ students: number }[]>`
    SELECT count(DISTINCT t.user_id)::int AS students
    FROM check_result r
    JOIN access_test t ON t.id = r.test_id
    JOIN api_credential c ON c.id = t.credential_id
    WHERE c.provider = ${provider} AND r.state = 'inconclusive' AND r.finished_at > ${since}`;
  return row?.students ?? 0;
}

/** A student whom an outage has kept from an answer, and the test in which it did. */
export type Affected = {
  readonly userId: string;
  readonly credentialId: string;
  readonly credentialVersion: number;
  readonly imageConsent: boolean;
  readonly onlyCheck: string | null;
};

/** Students whose latest test met the trouble and who have no test ahead, those who have waited longest first. */
export const affectedSince = (
  tx: Transaction,
  { provider, since, take }: { provider: string; since: Date; take: number },
): Promise<readonly Affected[]> =>
  tx.$queryRaw`
    SELECT l.user_id AS "userId", c.id AS "credentialId", c.version AS "credentialVersion",
           l.image_consent AS "imageConsent", l.only_check AS "onlyCheck"
    FROM (
      SELECT DISTINCT ON (t.user_id) t.id, t.user_id, t.image_consent, t.only_check, t.finished_at
      FROM access_test t JOIN api_credential k ON k.id = t.credential_id
      WHERE k.provider = ${provider} AND t.trigger <> 'quiet'
        AND t.user_id IN (
          SELECT s.user_id FROM check_result r JOIN access_test s ON s.id = r.test_id
          WHERE r.state = 'inconclusive' AND r.finished_at >= ${since})
      ORDER BY t.user_id, t.requested_at DESC
    ) l
    JOIN api_credential c ON c.user_id = l.user_id AND c.provider = ${provider} AND c.deleted_at IS NULL
    JOIN app_user u ON u.id = l.user_id AND u.disabled_at IS NULL
    WHERE l.finished_at >= ${since}
      AND EXISTS (SELECT 1 FROM check_result r WHERE r.test_id = l.id AND r.state = 'inconclusive'
                  AND r.cause = ANY(${[...TROUBLING_CAUSES]}))
      AND NOT EXISTS (SELECT 1 FROM access_test live WHERE live.user_id = l.user_id AND live.finished_at IS NULL)
    ORDER BY l.image_consent, l.finished_at
    LIMIT ${take}`;

import pg from "pg";
import { CHECKS_OF } from "#domain/check/check";
import { DOMAIN, PATH } from "./demo.ts";

/** The first word makes it demo data. */
export const CROWD_SLUG = "demo-tlum";
export const MOST_STUDENTS = 20_000;

const FIRST = ["Anna", "Łucja", "Żaneta", "Ewa", "Zofia", "Jan", "Paweł", "Michał", "Łukasz", "Ścibor", "Adam", "Iga"];
const LAST = ["Lis", "Żuk", "Maj", "Wrona", "Łoś", "Gil", "Kos", "Ćma", "Wilk", "Sowa", "Bąk", "Dzięcioł", "Nowak"];
/** The check that proves a step of the path or the one after it, what it says when it fails, and of how many in a hundred. */
const CHECKS: readonly { step: string; check: (typeof CHECKS_OF.openai)[number]; cause: string; refused: number }[] = [
  { step: "openai-klucz", check: "openai.key", cause: "key_invalid", refused: 45 },
  { step: "openai-srodki", check: "openai.credits", cause: "quota_insufficient", refused: 85 },
  { step: "openai-obrazy", check: "openai.image", cause: "org_unverified", refused: 15 },
];

/**
 * Thousands of invented people with their progress, tests and reasons to help, to try a large class by hand. They have no
 * keys. Written by the database itself, in a few statements; where the crowd is in place nothing happens.
 */
export async function seedCrowd(databaseUrl: string, students: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    if ((await client.query("SELECT 1 FROM cohort WHERE slug = $1", [CROWD_SLUG])).rowCount === 1) return false;
    await client.query("BEGIN");
    for (const [sql, values] of statements(students)) await client.query(sql, values);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return true;
  } finally {
    await client.end();
  }
}

/** Each person's luck is drawn from their place, so that the same crowd comes again. */
const LUCK =
  "CREATE FUNCTION pg_temp.luck(place int, what text, most int) RETURNS int LANGUAGE sql AS $$ SELECT mod(hashtext(what || place)::bigint + 2147483648, most)::int $$";
const PEOPLE = `
  CREATE TEMP TABLE crowd ON COMMIT DROP AS
  SELECT gen_random_uuid() AS id, gen_random_uuid() AS credential_id, place,
         least(pg_temp.luck(place, 'done', 14), $2::int) AS done,
         ($3::text[])[1 + pg_temp.luck(place, 'first', cardinality($3))] || ' ' || ($4::text[])[1 + pg_temp.luck(place, 'last', cardinality($4))] AS name,
         now() - make_interval(days => 40, mins => pg_temp.luck(place, 'came', 1440)) AS came_at,
         now() - make_interval(mins => pg_temp.luck(place, 'last', 35 * 1440)) AS last_at
  FROM generate_series(1, $1::int) AS place`;
const ACCOUNTS = `
  INSERT INTO app_user (id, email, name, created_at, first_signed_in_at, last_active_at, last_progress_at)
  SELECT id, 'uczestnik-tlum-' || place || '@' || $1, name, came_at, CASE WHEN done > 0 THEN came_at END,
         CASE WHEN done > 0 THEN last_at END, CASE WHEN done > 0 THEN last_at END FROM crowd`;
const ENROLMENTS = `
  WITH made AS (INSERT INTO cohort (id, slug, name) VALUES (gen_random_uuid(), $1, 'Duża grupa') RETURNING id)
  INSERT INTO enrolment (cohort_id, user_id, role, invited_at)
  SELECT made.id, c.id, 'student'::role, c.came_at FROM made, crowd c
  UNION ALL SELECT made.id, u.id, 'instructor'::role, now() FROM made, app_user u WHERE u.email = 'prowadzacy@' || $2`;
const PROGRESS = `
  WITH written AS (
    INSERT INTO step_progress (user_id, step_id, ticked_at, proven_at)
    SELECT c.id, p.step, CASE WHEN NOT p.proven THEN at END, CASE WHEN p.proven THEN at END
    FROM crowd c JOIN jsonb_to_recordset($1::jsonb) AS p (place int, step text, proven boolean) ON p.place < c.done
    CROSS JOIN LATERAL (SELECT last_at - make_interval(hours => 5 * (c.done - p.place - 1)) AS at) AS moment
    RETURNING user_id, step_id, ticked_at, proven_at)
  INSERT INTO step_event (id, user_id, step_id, kind, at)
  SELECT gen_random_uuid(), user_id, step_id,
         CASE WHEN proven_at IS NULL THEN 'ticked' ELSE 'proven' END::step_event_kind, coalesce(proven_at, ticked_at) FROM written`;
const CREDENTIALS = `
  INSERT INTO api_credential (id, user_id, provider, kind, created_at, stored_at)
  SELECT credential_id, id, 'openai', 'project', came_at, came_at FROM crowd WHERE done >= $1`;
const TESTS = `
  CREATE TEMP TABLE trial ON COMMIT DROP AS
  SELECT gen_random_uuid() AS id, c.id AS user_id, c.credential_id, k.step, k."check", k.position,
         CASE WHEN run < runs OR c.done <= k.place THEN k.cause END AS cause,
         c.last_at - make_interval(mins => 20 * (runs - run)) AS at
  FROM crowd c JOIN jsonb_to_recordset($1::jsonb) AS k (place int, step text, "check" text, position int, cause text, refused int)
    ON c.done >= k.place AND c.done >= $2
  CROSS JOIN LATERAL (SELECT CASE WHEN pg_temp.luck(c.place, k.step, 100) < k.refused THEN 1 + pg_temp.luck(c.place, 'runs', 4)
                             WHEN c.done > k.place THEN 1 ELSE 0 END AS runs) AS luck
  CROSS JOIN LATERAL generate_series(1, runs) AS run`;
const TEST_ROWS = `
  INSERT INTO access_test (id, user_id, credential_id, credential_version, trigger, requested_at, started_at, finished_at, ending, attempt)
  SELECT id, user_id, credential_id, 1, 'asked', at, at, at, 'completed', 1 FROM trial`;
const RESULTS = `
  INSERT INTO check_result (test_id, check_name, position, state, cause, http_status, started_at, finished_at)
  SELECT id, "check", position, CASE WHEN cause IS NULL THEN 'passed' ELSE 'failed' END::check_state, cause,
         CASE WHEN cause IS NULL THEN 200 ELSE 403 END, at, at FROM trial`;
/** Who has failed three times; it is over where the check has passed since. */
const BLOCKERS = `
  INSERT INTO blocker (id, cohort_id, user_id, status, rank, step_id, cause, tries, since, opened_at, closed_at)
  SELECT gen_random_uuid(), (SELECT id FROM cohort WHERE slug = $1), user_id, 'blocked', 1, step, max(cause),
         count(cause), min(at), min(at), CASE WHEN bool_or(cause IS NULL) THEN max(at) + interval '3 minutes' END
  FROM trial GROUP BY user_id, step HAVING count(cause) >= 3
  ON CONFLICT DO NOTHING`;

function statements(students: number): readonly (readonly [string, unknown[]])[] {
  const path = PATH.map(({ step, ...kind }, place) => ({ place, step, proven: "proven" in kind }));
  const checks = CHECKS.map((wish) => ({
    ...wish,
    place: [...path.map(({ step }) => step), wish.step].indexOf(wish.step),
    position: CHECKS_OF.openai.indexOf(wish.check),
  }));
  const withKey = Math.min(...checks.map(({ place }) => place));
  return [
    [LUCK, []],
    [PEOPLE, [students, PATH.length, FIRST, LAST]],
    [ACCOUNTS, [DOMAIN]],
    [ENROLMENTS, [CROWD_SLUG, DOMAIN]],
    [PROGRESS, [JSON.stringify(path)]],
    [CREDENTIALS, [withKey]],
    [TESTS, [JSON.stringify(checks), withKey]],
    [TEST_ROWS, []],
    [RESULTS, []],
    [BLOCKERS, [CROWD_SLUG]],
  ];
}

import "server-only";
import type { Counted } from "#domain/class/day";
import { stepsOf } from "#domain/course/course";
import { database } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { TIME_ZONE } from "../../wording/translator.ts";
import { checksOf, peopleOf } from "../people.ts";
import type { Class } from "../queries.ts";

/** The midnight in Warsaw with which a day begins. */
const startOf = (day: string) => Prisma.sql`${day}::date::timestamp AT TIME ZONE ${TIME_ZONE}`;
const dayOf = (at: Prisma.Sql) => Prisma.sql`to_char(${at} AT TIME ZONE ${TIME_ZONE}, 'YYYY-MM-DD')`;

/** How many people were refused for which cause, day by day since `first`. What fails in an outage is no refusal. */
export const causesPerDay = (of: Class, first: string): Promise<Counted[]> =>
  database().$queryRaw<Counted[]>`
    WITH ${peopleOf(of)}, ${checksOf(of)}, refused AS (
      SELECT DISTINCT ${dayOf(Prisma.sql`r.finished_at`)} AS day, r.cause AS kind, t.user_id
      FROM people m JOIN access_test t ON t.user_id = m.user_id AND t.requested_at >= ${startOf(first)} - interval '1 day'
      JOIN check_result r ON r.test_id = t.id AND r.state = 'failed' AND r.cause IS NOT NULL
      WHERE r.finished_at >= ${startOf(first)} AND r.check_name IN (SELECT check_name FROM proving)
    )
    SELECT day, kind, count(DISTINCT user_id)::int AS count
    FROM refused GROUP BY GROUPING SETS ((day, kind), (kind))`;

/** What the class has done, day by day since `first`: `ticked`, `proven`, `tests`, and the `people` who did any of it. */
export const activityPerDay = (of: Class, first: string): Promise<Counted[]> =>
  database().$queryRaw<Counted[]>`
    WITH ${peopleOf(of)}, deeds AS MATERIALIZED (
      SELECT ${dayOf(Prisma.sql`e.at`)} AS day, e.kind::text AS kind, e.user_id
      FROM people m JOIN step_event e ON e.user_id = m.user_id AND e.at >= ${startOf(first)}
      WHERE e.kind <> 'unticked' AND e.step_id = ANY(${stepsOf(of.whole).map(({ id }) => id)})
      UNION ALL
      SELECT ${dayOf(Prisma.sql`t.requested_at`)}, 'tests', t.user_id
      FROM people m JOIN access_test t ON t.user_id = m.user_id AND t.requested_at >= ${startOf(first)}
      WHERE t.trigger IN ('saved', 'asked')
    )
    SELECT day, kind, count(*)::int AS count FROM deeds GROUP BY GROUPING SETS ((day, kind), (kind))
    UNION ALL
    SELECT day, 'people', count(DISTINCT user_id)::int FROM deeds GROUP BY GROUPING SETS ((day), ())`;

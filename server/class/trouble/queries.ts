import "server-only";
import type { StepTrouble } from "#domain/class/trouble";
import { stepsOf } from "#domain/course/course";
import { database } from "../../database/client.ts";
import { checksOf, peopleOf } from "../people.ts";
import type { Class } from "../queries.ts";

type Row = {
  readonly stepId: string;
  readonly taken: number;
  readonly helped: number;
  readonly tries: readonly number[];
  readonly spells: readonly number[];
  readonly causes: StepTrouble["causes"];
};

/**
 * What the class has met at each of today's steps, optional ones too. Whoever has done a step, was refused at it or needed
 * help there has taken it up. Where one reason to help gave way to the next at the same moment it is one time of need.
 */
export async function stepTroubles(of: Class): Promise<readonly StepTrouble[]> {
  const today = stepsOf(of.whole).map(({ id }) => id);
  const rows = await database().$queryRaw<Row[]>`
    WITH ${peopleOf(of)}, ${checksOf(of)}, blocked AS MATERIALIZED (
      SELECT b.step_id, b.user_id, b.cohort_id, b.cause, b.opened_at, b.closed_at
      FROM people m JOIN blocker b ON b.user_id = m.user_id
      WHERE b.cohort_id = ANY(${[...of.cohortIds]}::uuid[]) AND b.step_id = ANY(${today})
    ), judged AS MATERIALIZED (
      SELECT p.step_id, t.user_id, r.state, r.cause, r.finished_at,
             min(r.finished_at) FILTER (WHERE r.state = 'passed') OVER (PARTITION BY p.step_id, t.user_id) AS passed_at
      FROM people m JOIN access_test t ON t.user_id = m.user_id AND t.trigger <> 'quiet'
      JOIN check_result r ON r.test_id = t.id AND r.state IN ('passed', 'failed')
      JOIN proving p ON p.check_name = r.check_name
    ), taken AS (
      SELECT step_id, user_id FROM blocked UNION SELECT step_id, user_id FROM judged UNION
      SELECT s.step_id, s.user_id FROM people m JOIN step_progress s ON s.user_id = m.user_id
      WHERE s.step_id = ANY(${today}) AND (s.ticked_at IS NOT NULL OR s.proven_at IS NOT NULL)
    ), tries AS (
      SELECT step_id, user_id, (count(*) FILTER (WHERE state = 'failed' AND finished_at < passed_at) + 1)::int AS tries
      FROM judged WHERE passed_at IS NOT NULL GROUP BY step_id, user_id
    ), chained AS (
      SELECT *, lag(closed_at) OVER w IS NOT DISTINCT FROM opened_at AS goes_on
      FROM blocked WINDOW w AS (PARTITION BY step_id, user_id, cohort_id ORDER BY opened_at)
    ), numbered AS (
      SELECT *, count(*) FILTER (WHERE NOT goes_on) OVER (PARTITION BY step_id, user_id, cohort_id ORDER BY opened_at) AS spell
      FROM chained
    ), spells AS (
      SELECT step_id, extract(epoch FROM max(closed_at) - min(opened_at))::float8 * 1000 AS ms
      FROM numbered GROUP BY step_id, user_id, cohort_id, spell HAVING bool_and(closed_at IS NOT NULL)
    ), met AS (
      SELECT step_id, user_id, cause FROM blocked UNION SELECT step_id, user_id, cause FROM judged WHERE state = 'failed'
    ), causes AS (
      SELECT step_id, cause, count(*)::int AS people FROM met WHERE cause IS NOT NULL GROUP BY step_id, cause
    )
    SELECT t.step_id AS "stepId", count(*)::int AS taken,
           (SELECT count(DISTINCT user_id)::int FROM blocked b WHERE b.step_id = t.step_id) AS helped,
           ARRAY(SELECT r.tries FROM tries r WHERE r.step_id = t.step_id) AS tries,
           ARRAY(SELECT s.ms FROM spells s WHERE s.step_id = t.step_id) AS spells,
           ARRAY(SELECT jsonb_build_object('cause', c.cause, 'people', c.people)
                 FROM causes c WHERE c.step_id = t.step_id ORDER BY c.people DESC, c.cause) AS causes
    FROM taken t GROUP BY t.step_id`;
  return rows.map(({ taken, helped, spells, ...row }) => ({
    ...row,
    helped: { count: helped, of: taken },
    unblockedAfterMs: spells,
  }));
}

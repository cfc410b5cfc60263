import "server-only";
import { BEFORE_DAYS, isJump, RECENT_HOURS, type Trials } from "#domain/class/jump";
import { type Lesson, lessonOfStep, type Step, stepsOf } from "#domain/course/course";
import { database } from "../../database/client.ts";
import { checksOf, peopleOf } from "../people.ts";
import type { Class } from "../queries.ts";

/** A step at which more people fail than did, and the lesson that may have to be mended. */
export type Jump = Trials & { readonly step: Step; readonly lesson: Lesson };

type Row = {
  readonly stepId: string;
  readonly recentTried: number;
  readonly recentFailed: number;
  readonly beforeTried: number;
  readonly beforeFailed: number;
};

/**
 * Of tests that people began themselves, since the portal's own repetitions show no screen. Nothing counts that was seen
 * while the provider, or our way to it, was out of order, and of lately nobody whom the step had refused before: old
 * trouble is no news.
 */
export async function stepJumps(of: Class, now: Date): Promise<readonly Jump[]> {
  const recent = new Date(now.getTime() - RECENT_HOURS * 3_600_000);
  const before = new Date(recent.getTime() - BEFORE_DAYS * 86_400_000);
  const rows = await database().$queryRaw<Row[]>`
    WITH ${peopleOf(of)}, ${checksOf(of)}, seen AS (
      SELECT p.step_id, t.user_id, r.finished_at > ${recent} AS is_recent, bool_or(r.state = 'failed') AS failed
      FROM people m
      JOIN access_test t ON t.user_id = m.user_id AND t.trigger IN ('saved', 'asked') AND t.requested_at > ${before}
      JOIN check_result r ON r.test_id = t.id AND r.state IN ('passed', 'failed') AND r.finished_at <= ${now}
      JOIN proving p ON p.check_name = r.check_name
      WHERE NOT EXISTS (
        SELECT 1 FROM incident i
        WHERE (i.provider = p.provider OR i.kind = 'own_network')
          AND r.finished_at BETWEEN i.started_at AND coalesce(i.ended_at, ${now}))
      GROUP BY p.step_id, t.user_id, is_recent
    ), told AS (
      SELECT *, bool_or(failed AND NOT is_recent) OVER (PARTITION BY step_id, user_id) AS was_refused FROM seen
    )
    SELECT step_id AS "stepId",
           (count(*) FILTER (WHERE is_recent AND NOT was_refused))::int AS "recentTried",
           (count(*) FILTER (WHERE is_recent AND NOT was_refused AND failed))::int AS "recentFailed",
           (count(*) FILTER (WHERE NOT is_recent))::int AS "beforeTried",
           (count(*) FILTER (WHERE NOT is_recent AND failed))::int AS "beforeFailed"
    FROM told GROUP BY step_id`;
  return stepsOf(of.whole).flatMap((step) => jumpsAt(of, step, rows));
}

function jumpsAt({ whole }: Class, step: Step, rows: readonly Row[]): readonly Jump[] {
  const row = rows.find(({ stepId }) => stepId === step.id);
  const lesson = lessonOfStep(whole, step.id);
  if (!row || !lesson) return [];
  const trials = {
    recent: { count: row.recentFailed, of: row.recentTried },
    before: { count: row.beforeFailed, of: row.beforeTried },
  };
  return isJump(trials) ? [{ ...trials, step, lesson }] : [];
}

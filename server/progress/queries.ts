import "server-only";
import type { Module } from "#domain/course/course";
import { dutiesOf } from "#domain/progress/new-steps";
import type { StepRecord } from "#domain/progress/step-record";
import { database } from "../database/client.ts";
import type { Instructor, Student } from "../viewer.ts";
import { TIME_ZONE } from "../wording/translator.ts";
import { groupsIn, specialOf } from "./groups.ts";

/** What a step record is read from. */
export const STEP_RECORD = { stepId: true, tickedAt: true, provenAt: true, waivedAt: true } as const;

/** Where a student stands: a row per step that was ever touched. */
export const progressOf = (student: Pick<Student, "id">): Promise<StepRecord[]> =>
  database().stepProgress.findMany({
    where: { userId: student.id },
    select: STEP_RECORD,
  });

export type StandingCounts = {
  readonly students: number;
  /** Of how many anything is asked. */
  readonly asked: number;
  readonly finished: number;
  readonly inProgress: number;
  readonly waiting: number;
};

const NOBODY: StandingCounts = { students: 0, asked: 0, finished: 0, inProgress: 0, waiting: 0 };

/** How many students have finished the module as it is for them, how many have begun, how many wait for the provider. */
export async function standingCounts(instructor: Instructor, whole: Module, now: Date): Promise<StandingCounts> {
  const mine = [...instructor.cohortIds];
  const { marked, groups } = await groupsIn(mine, whole);
  const duties = groups.flatMap(({ cohorts, module }) => dutiesOf(module).map((duty) => ({ cohorts, ...duty })));
  const [row] = await database().$queryRaw<StandingCounts[]>`
    WITH mine AS (
      SELECT DISTINCT user_id FROM enrolment WHERE role = 'student' AND cohort_id = ANY(${mine}::uuid[])
    ), ${specialOf(marked)}, duty AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) AS d (cohorts text, place int, before date, steps text[])
    ), counted AS (
      SELECT m.user_id, d.place, d.before, cardinality(d.steps) AS asked, count(p.step_id) AS any_done,
             count(p.step_id) FILTER (WHERE p.step_id = ANY(d.steps)) AS done
      FROM mine m LEFT JOIN special s USING (user_id)
      JOIN duty d ON d.cohorts = coalesce(s.cohorts, '')
      LEFT JOIN step_progress p ON p.user_id = m.user_id AND coalesce(p.ticked_at, p.proven_at, p.waived_at) IS NOT NULL
        AND (d.before IS NULL OR (least(p.ticked_at, p.proven_at, p.waived_at) AT TIME ZONE ${TIME_ZONE})::date < d.before)
      GROUP BY m.user_id, d.place, d.before, d.steps
    ), standing AS (
      SELECT user_id, bool_or(before IS NULL AND asked > 0) AS is_asked,
             bool_or(done = asked AND (before IS NULL OR any_done > 0)) AS finished,
             bool_or(before IS NULL AND done > 0) AS begun
      FROM counted GROUP BY user_id
    )
    SELECT count(*)::int AS students,
           count(*) FILTER (WHERE is_asked)::int AS asked,
           count(*) FILTER (WHERE is_asked AND finished)::int AS finished,
           count(*) FILTER (WHERE begun AND NOT finished)::int AS "inProgress",
           (SELECT count(DISTINCT w.user_id)::int FROM waiting_timer w JOIN mine USING (user_id) WHERE w.until > ${now}) AS waiting
    FROM standing`;
  return row ?? NOBODY;
}

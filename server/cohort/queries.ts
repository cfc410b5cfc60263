import "server-only";
import { database } from "../database/client.ts";
import type { StepRow } from "../progress/queries.ts";
import type { Instructor } from "../viewer.ts";

export type CohortView = {
  readonly id: string;
  readonly name: string;
  readonly students: number;
  readonly nextMeeting: Date | null;
  readonly helpAfterTries: number;
  readonly helpAfterStalledDays: number;
  readonly helpAfterInvitedDays: number;
};

/** The instructor's own cohorts. */
export async function cohortsOf(instructor: Instructor): Promise<CohortView[]> {
  const rows = await database().cohort.findMany({
    where: { id: { in: [...instructor.cohortIds] } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      nextMeeting: true,
      helpAfterTries: true,
      helpAfterStalledDays: true,
      helpAfterInvitedDays: true,
      _count: { select: { enrolments: { where: { role: "student" } } } },
    },
  });
  return rows.map(({ _count, ...cohort }) => ({ ...cohort, students: _count.enrolments }));
}

export type StudentView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly cohort: string;
  readonly invitedAt: Date;
  readonly firstSignedInAt: Date | null;
  readonly lastActiveAt: Date | null;
  readonly progress: readonly StepRow[];
};

/** One student of the instructor's own cohorts; null for anybody else's, as for one who does not exist. */
export async function studentOf(instructor: Instructor, studentId: string): Promise<StudentView | null> {
  const enrolment = await database().enrolment.findFirst({
    where: { userId: studentId, role: "student", cohortId: { in: [...instructor.cohortIds] } },
    select: {
      invitedAt: true,
      cohort: { select: { name: true } },
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          firstSignedInAt: true,
          lastActiveAt: true,
          progress: { select: { stepId: true, tickedAt: true, provenAt: true } },
        },
      },
    },
  });
  return enrolment && { ...enrolment.user, invitedAt: enrolment.invitedAt, cohort: enrolment.cohort.name };
}

export type TimelineEntry = {
  readonly at: Date;
  readonly kind: "ticked" | "unticked" | "proven";
  readonly stepId: string;
};

/** What a student did and what was proven, newest first. */
export const timelineOf = ({ id }: StudentView, take = 50): Promise<TimelineEntry[]> =>
  database().stepEvent.findMany({
    where: { userId: id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
    select: { at: true, kind: true, stepId: true },
  });

export type StandingCounts = {
  readonly students: number;
  readonly finished: number;
  readonly inProgress: number;
  readonly waiting: number;
};

/** How many students have done all of `required`, how many have begun, how many are waiting for the provider. */
export async function standingCounts(
  instructor: Instructor,
  required: readonly string[],
  now: Date,
): Promise<StandingCounts> {
  const [row] = await database().$queryRaw<StandingCounts[]>`
    WITH mine AS (
      SELECT DISTINCT user_id FROM enrolment
      WHERE role = 'student' AND cohort_id = ANY(${[...instructor.cohortIds]}::uuid[])
    ), counted AS (
      SELECT m.user_id, count(p.step_id) AS done
      FROM mine m LEFT JOIN step_progress p
        ON p.user_id = m.user_id AND p.step_id = ANY(${[...required]}) AND (p.ticked_at IS NOT NULL OR p.proven_at IS NOT NULL)
      GROUP BY m.user_id
    )
    SELECT count(*)::int AS students,
           count(*) FILTER (WHERE done = ${required.length})::int AS finished,
           count(*) FILTER (WHERE done > 0 AND done < ${required.length})::int AS "inProgress",
           (SELECT count(DISTINCT w.user_id)::int FROM waiting_timer w JOIN mine USING (user_id) WHERE w.until > ${now}) AS waiting
    FROM counted`;
  return row ?? { students: 0, finished: 0, inProgress: 0, waiting: 0 };
}

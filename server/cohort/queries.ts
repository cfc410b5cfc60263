import "server-only";
import type { StepRecord } from "#domain/progress/step-record";
import { database } from "../database/client.ts";
import { STEP_RECORD } from "../progress/queries.ts";
import type { Instructor } from "../viewer.ts";

export type CohortView = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly students: number;
  readonly nextMeeting: Date | null;
  readonly helpAfterTries: number;
  readonly helpAfterStalledDays: number;
  readonly helpAfterInvitedDays: number;
};

/** The instructor's own cohorts. */
export async function cohortsOf(instructor: Pick<Instructor, "cohortIds">): Promise<CohortView[]> {
  const rows = await database().cohort.findMany({
    where: { id: { in: [...instructor.cohortIds] } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      slug: true,
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
  /** Whether it is for who asks to say that they are there. */
  readonly isManaged: boolean;
  readonly invitedAt: Date;
  readonly firstSignedInAt: Date | null;
  readonly lastActiveAt: Date | null;
  /** Since when their address takes no mail, and the code of it; null where nothing is known of that. */
  readonly mailRefusedAt: Date | null;
  readonly mailRefusedStatus: string | null;
  /** All that they learn in, since that makes their course. */
  readonly cohorts: readonly string[];
  readonly progress: readonly StepRecord[];
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
          mailRefusedAt: true,
          mailRefusedStatus: true,
          progress: { select: STEP_RECORD },
          enrolments: { where: { role: "student" }, select: { cohortId: true, cohort: { select: { slug: true } } } },
        },
      },
    },
  });
  if (!enrolment) return null;
  const { enrolments, ...user } = enrolment.user;
  const cohorts = enrolments.map(({ cohort: { slug } }) => slug);
  const isManaged = enrolments.some(({ cohortId }) => instructor.managedIds.includes(cohortId));
  return { ...user, cohorts, isManaged, invitedAt: enrolment.invitedAt, cohort: enrolment.cohort.name };
}

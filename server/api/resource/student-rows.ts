import "server-only";
import { countSteps, isFinished, requiredSteps } from "#domain/progress/progress";
import { doneSteps } from "#domain/progress/step-record";
import { moduleForEach } from "../../course/queries.ts";
import { database } from "../../database/client.ts";
import { STEP_RECORD } from "../../progress/queries.ts";

export type StudentRow = {
  readonly id: string;
  readonly cohortId: string;
  readonly name: string;
  readonly email: string;
  readonly invitedAt: Date;
  readonly firstSignedInAt: Date | null;
  readonly lastActiveAt: Date | null;
  readonly lastProgressAt: Date | null;
  readonly status: string | null;
  readonly stepId: string | null;
  readonly cause: string | null;
  readonly tries: number | null;
  readonly since: Date | null;
};

type Wish = {
  readonly status: string | undefined;
  readonly cause: string | undefined;
  readonly since: Date | undefined;
  readonly after: readonly [string, string] | null;
};

/** Students of these cohorts behind the keys of the page before, with the reason for which they need help there. */
export function studentRows(cohortIds: string[], wish: Wish, take: number): Promise<StudentRow[]> {
  const { status = null, cause = null, since = null } = wish;
  const [cohort, user] = wish.after ?? [null, null];
  return database().$queryRaw<StudentRow[]>`
    SELECT s.user_id AS id, s.cohort_id AS "cohortId", u.name, u.email, s.invited_at AS "invitedAt",
           u.first_signed_in_at AS "firstSignedInAt", u.last_active_at AS "lastActiveAt", u.last_progress_at AS "lastProgressAt",
           b.status::text AS status, b.step_id AS "stepId", b.cause, b.tries, b.since
    FROM enrolment s JOIN app_user u ON u.id = s.user_id
    LEFT JOIN blocker b ON b.cohort_id = s.cohort_id AND b.user_id = s.user_id AND b.closed_at IS NULL
    WHERE s.role = 'student' AND s.cohort_id = ANY (${cohortIds}::uuid[])
      AND (${user}::uuid IS NULL OR (s.cohort_id, s.user_id) > (${cohort}::uuid, ${user}::uuid))
      AND (${status}::text IS NULL OR coalesce(b.status::text, 'none') = ${status})
      AND (${cause}::text IS NULL OR b.cause = ${cause})
      AND (${since}::timestamptz IS NULL OR u.last_progress_at >= ${since})
    ORDER BY s.cohort_id, s.user_id LIMIT ${take}`;
}

export type Standing = {
  readonly done: number;
  readonly total: number;
  readonly proven: number;
  readonly finished: boolean;
};

/** Where these students stand in the module as it is for each of them. */
export async function standingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const people = await database().user.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      progress: { select: STEP_RECORD },
      enrolments: { where: { role: "student" }, select: { cohort: { select: { slug: true } } } },
    },
  });
  const readers = people.map(({ enrolments, ...row }) => ({
    ...row,
    cohorts: enrolments.map(({ cohort }) => cohort.slug),
  }));
  const moduleOf = await moduleForEach(database(), "pl", readers);
  const standings = readers.map(({ id, progress, cohorts }) => {
    const module = moduleOf({ cohorts });
    const { total, done } = countSteps(requiredSteps(module, progress), doneSteps(progress));
    const proven = progress.filter(({ provenAt }) => provenAt !== null).length;
    return [id, { done, total, proven, finished: isFinished(module, progress) }] as const;
  });
  return new Map(standings);
}

import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import type { HelpNeed } from "#domain/help/facts";
import { database } from "../database/client.ts";
import type { Instructor, Student } from "../viewer.ts";

type Known = Pick<Student, "id">;

export type CaseView = {
  readonly id: string;
  readonly status: HelpNeed;
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  readonly tries: number;
  readonly since: Date;
  readonly closedAt: Date | null;
  /** Who closed it by hand; null where it closed by itself, or is open. */
  readonly closedBy: string | null;
  readonly taker: { readonly name: string; readonly isReader: boolean } | null;
  readonly snoozedUntil: Date | null;
  readonly answeredAt: Date | null;
};

const MOST_CASES = 20;

/** Why a student has needed help in the instructor's cohorts, newest first; open ones stand at the top. */
export async function casesOf(instructor: Instructor, { id: userId }: Known): Promise<CaseView[]> {
  const rows = await database().$queryRaw<
    (Omit<CaseView, "cause" | "taker"> & { cause: string | null; takenBy: string | null; taker: string | null })[]
  >`
    SELECT b.id, b.status::text AS status, b.step_id AS "stepId", b.cause, b.tries, b.since, b.closed_at AS "closedAt",
      k.name AS "closedBy", b.taken_by AS "takenBy", t.name AS taker, b.snoozed_until AS "snoozedUntil", b.answered_at AS "answeredAt"
    FROM blocker b LEFT JOIN app_user t ON t.id = b.taken_by LEFT JOIN app_user k ON k.id = b.closed_by
    WHERE b.user_id = ${userId}::uuid AND b.cohort_id = ANY(${[...instructor.cohortIds]}::uuid[])
    ORDER BY b.closed_at DESC NULLS FIRST, b.opened_at DESC LIMIT ${MOST_CASES}`;
  return rows.map(({ cause, takenBy, taker, ...row }) => ({
    ...row,
    cause: cause !== null && isCauseId(cause) ? cause : null,
    taker: takenBy && taker ? { name: taker, isReader: takenBy === instructor.id } : null,
  }));
}

export type StoryKind =
  | "ticked"
  | "unticked"
  | "proven"
  | "waived"
  | "unwaived"
  | "opened"
  | "closed"
  | "closed_by"
  | "asked"
  | "wrote"
  | "answered"
  | "messaged"
  | "passed"
  | "failed"
  | "invited"
  | "came";

export type StoryEntry = {
  readonly kind: StoryKind;
  readonly at: Date;
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  /** Why help was needed, where no check has said. */
  readonly status: HelpNeed | null;
  /** Who did it, or what it was called. */
  readonly word: string | null;
};

const MOST_ENTRIES = 200;

/** What a student did and what was done for them, newest first, in one order. */
export async function storyOf(instructor: Instructor, { id: userId }: Known): Promise<StoryEntry[]> {
  const mine = [...instructor.cohortIds];
  const rows = await database().$queryRaw<(Omit<StoryEntry, "cause"> & { cause: string | null })[]>`
    WITH story AS (
      SELECT kind::text, at, step_id, NULL AS cause, NULL AS status, NULL AS word, id FROM step_event WHERE user_id = ${userId}::uuid
      UNION ALL
      SELECT 'opened', opened_at, step_id, cause, status::text, NULL, id FROM blocker
        WHERE user_id = ${userId}::uuid AND cohort_id = ANY(${mine}::uuid[])
      UNION ALL
      SELECT CASE WHEN b.closed_by IS NULL THEN 'closed' ELSE 'closed_by' END, b.closed_at, b.step_id, b.cause, b.status::text, k.name, b.id
        FROM blocker b LEFT JOIN app_user k ON k.id = b.closed_by
        WHERE b.user_id = ${userId}::uuid AND b.cohort_id = ANY(${mine}::uuid[]) AND b.closed_at IS NOT NULL
      UNION ALL
      SELECT 'asked', created_at, step_id, NULL, NULL, NULL, id FROM help_request WHERE user_id = ${userId}::uuid
      UNION ALL
      SELECT CASE WHEN r.is_staff THEN 'answered' ELSE 'wrote' END, r.created_at, NULL, NULL, NULL, a.name, r.id
        FROM help_reply r JOIN help_request q ON q.id = r.request_id LEFT JOIN app_user a ON a.id = r.author_id
        WHERE q.user_id = ${userId}::uuid
      UNION ALL
      SELECT 'messaged', m.created_at, NULL, NULL, NULL, m.subject, m.id
        FROM message_recipient r JOIN message m ON m.id = r.message_id WHERE r.user_id = ${userId}::uuid
      UNION ALL
      SELECT CASE WHEN bool_or(r.state = 'failed') THEN 'failed' ELSE 'passed' END, t.finished_at, NULL,
        min(r.cause) FILTER (WHERE r.state = 'failed'), NULL, NULL, t.id
        FROM access_test t JOIN check_result r ON r.test_id = t.id AND r.state IN ('passed', 'failed')
        WHERE t.user_id = ${userId}::uuid AND t.finished_at IS NOT NULL GROUP BY t.id
      UNION ALL
      SELECT 'invited', invited_at, NULL, NULL, NULL, c.name, c.id FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
        WHERE e.user_id = ${userId}::uuid AND e.cohort_id = ANY(${mine}::uuid[])
      UNION ALL
      SELECT 'came', first_signed_in_at, NULL, NULL, NULL, NULL, id FROM app_user WHERE id = ${userId}::uuid AND first_signed_in_at IS NOT NULL
    )
    SELECT kind, at, step_id AS "stepId", cause, status, word FROM story ORDER BY at DESC, id DESC LIMIT ${MOST_ENTRIES}`;
  return rows.map(({ cause, ...row }) => ({ ...row, cause: cause !== null && isCauseId(cause) ? cause : null }));
}

export type DeviceView = { readonly device: string | null; readonly lastSeenAt: Date };

/** From which browsers a student is signed in, the latest first. */
export const devicesOf = ({ id: userId }: Known): Promise<DeviceView[]> =>
  database().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
    take: 5,
    select: { device: true, lastSeenAt: true },
  });

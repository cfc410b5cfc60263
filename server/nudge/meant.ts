import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import { dayAfter, dayOf, endOfDay } from "#domain/credential/expiry";
import type { NudgeKind, NudgeSource } from "#domain/nudge/rule";
import type { Transaction } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";
import { undoneBy } from "./undone.ts";

const DAY_MS = 24 * 3_600_000;
/** The portal writes to nobody twice in a day by itself, whatever the reasons. */
const APART_MS = 20 * 3_600_000;

export type Meant = {
  readonly userId: string;
  readonly name: string;
  readonly blockerId: string | null;
  /** What is told once: the same silence, the same trouble, the same day of the same lesson. */
  readonly occasion: string;
};

/** Those who would get the same words. */
export type Group = {
  readonly source: NudgeSource;
  readonly cause: CauseId | null;
  readonly people: readonly Meant[];
};

export type NudgedCohort = { readonly id: string; readonly slug: string };

type Row = Meant & { cause: string | null };

/** Whom a rule of a cohort means at this moment, without those who have heard of it, or of anything by itself today. */
export async function meantBy(
  tx: Transaction,
  cohort: NudgedCohort,
  { kind, days }: { readonly kind: NudgeKind; readonly days: number },
  now: Date,
): Promise<Group[]> {
  if (kind === "due") return dueGroups(tx, cohort, days, now);
  const before = new Date(now.getTime() - days * DAY_MS);
  const rows =
    kind === "never_signed_in" ? await absent(tx, cohort, before, now) : await open(tx, cohort, kind, before, now);
  const source = { kind, cohortId: cohort.id, due: null };
  const causes = [...new Set(rows.map(({ cause }) => (cause !== null && isCauseId(cause) ? cause : null)))];
  return causes.map((cause) => ({
    source,
    cause,
    people: rows.filter((row) => row.cause === cause || (cause === null && !(row.cause && isCauseId(row.cause)))),
  }));
}

/** Of enrolments `e` of people `u`: who may be written to, and has not heard of `occasion`. */
const free = (cohort: NudgedCohort, occasion: Prisma.Sql, now: Date) => Prisma.sql`
  e.cohort_id = ${cohort.id}::uuid AND e.role = 'student' AND u.disabled_at IS NULL AND u.deletion_due_at IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM message_recipient r JOIN message m ON m.id = r.message_id WHERE r.user_id = u.id AND r.occasion IS NOT NULL
      AND (r.occasion = ${occasion} OR m.created_at > ${new Date(now.getTime() - APART_MS)}))`;

const sinceOf = (column: Prisma.Sql) => Prisma.sql`floor(extract(epoch FROM ${column}))::bigint`;

const INVITED = Prisma.sql`'never_signed_in ' || ${sinceOf(Prisma.sql`e.invited_at`)}`;

const absent = (tx: Transaction, cohort: NudgedCohort, before: Date, now: Date): Promise<Row[]> => tx.$queryRaw`
  SELECT u.id AS "userId", u.name, NULL::uuid AS "blockerId", NULL AS cause, ${INVITED} AS occasion
  FROM enrolment e JOIN app_user u ON u.id = e.user_id
  WHERE u.first_signed_in_at IS NULL AND e.invited_at <= ${before} AND ${free(cohort, INVITED, now)}
  ORDER BY lower(u.name), u.id`;

/** What somebody's own deed ends. Whoever has asked for help waits for an answer, and at a dead end no step is next. */
const TROUBLE = Prisma.sql`b.status IN ('blocked', 'waiting_too_long', 'regressed') AND b.opened_at <= `;
const SILENCE = Prisma.sql`b.status = 'stalled' AND b.since <= `;

/** Of open cases that nobody of the staff has answered or put off. */
function open(
  tx: Transaction,
  cohort: NudgedCohort,
  kind: "blocked" | "stalled",
  before: Date,
  now: Date,
): Promise<Row[]> {
  const since = sinceOf(Prisma.sql`b.since`);
  const occasion =
    kind === "stalled"
      ? Prisma.sql`'stalled ' || ${since}`
      : Prisma.sql`'blocked ' || coalesce(b.cause, '-') || ' ' || ${since}`;
  return tx.$queryRaw`
    SELECT u.id AS "userId", u.name, b.id AS "blockerId", b.cause, ${occasion} AS occasion
    FROM blocker b JOIN enrolment e ON e.cohort_id = b.cohort_id AND e.user_id = b.user_id JOIN app_user u ON u.id = b.user_id
    WHERE b.closed_at IS NULL AND ${kind === "stalled" ? SILENCE : TROUBLE}${before} AND b.answered_at IS NULL
      AND (b.snoozed_until IS NULL OR b.snoozed_until <= ${now}) AND ${free(cohort, occasion, now)}
    ORDER BY lower(u.name), u.id`;
}

/** Lessons whose day is near, counted by the calendar, each with those who have something left to do there. */
async function dueGroups(tx: Transaction, cohort: NudgedCohort, days: number, now: Date): Promise<Group[]> {
  const dues = await tx.lessonDue.findMany({
    where: { cohortId: cohort.id, dueAt: { gt: now, lt: endOfDay(dayAfter(now, days)) ?? now } },
    orderBy: { dueAt: "asc" },
  });
  const groups: Group[] = [];
  const told = new Set<string>();
  for (const { module, lesson, dueAt } of dues) {
    const due = { module, lesson, day: dayOf(dueAt) };
    const occasion = `due ${module}/${lesson} ${due.day}`;
    const rows = await tx.$queryRaw<{ userId: string; name: string }[]>`
      SELECT u.id AS "userId", u.name FROM enrolment e JOIN app_user u ON u.id = e.user_id
      WHERE ${free(cohort, Prisma.sql`${occasion}`, now)} ORDER BY lower(u.name), u.id`;
    const undone = await undoneBy(
      tx,
      cohort,
      due,
      rows.map(({ userId }) => userId),
      now,
    );
    // Of two lessons with a near day the nearer one is told; the other waits until tomorrow.
    const people = rows.filter(({ userId }) => undone.has(userId) && !told.has(userId));
    for (const { userId } of people) told.add(userId);
    const source = { kind: "due" as const, cohortId: cohort.id, due };
    groups.push({ source, cause: null, people: people.map((row) => ({ ...row, blockerId: null, occasion })) });
  }
  return groups;
}

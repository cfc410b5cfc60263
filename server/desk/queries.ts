import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import { type Module, stepsOf } from "#domain/course/course";
import type { Column, DeskView } from "#domain/desk/view";
import type { HelpNeed } from "#domain/help/facts";
import { database } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";
import type { Instructor } from "../viewer.ts";
import { blockersIn, type Staff } from "./where.ts";

/** One open reason for help, as the desk shows it. */
export type DeskRow = {
  /** Of the blocker: what an action is about. */
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly cohort: string;
  readonly status: HelpNeed;
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  readonly tries: number;
  readonly since: Date;
  readonly lastActiveAt: Date | null;
  readonly taker: { readonly name: string; readonly isReader: boolean } | null;
  readonly snoozedUntil: Date | null;
  readonly answeredAt: Date | null;
  /** How many the view, or in groups the group, has in all. */
  readonly total: number;
};

export const PAGE_SIZE = 100;
/** As many of each group as one can take in; the rest is one click away. */
const GROUP_SIZE = 20;

const URGENCY = Prisma.sql`b.rank, b.tries DESC, b.since, b.id`;

const ORDERS: Readonly<Record<Exclude<Column, "urgency" | "step">, Prisma.Sql>> = {
  name: Prisma.sql`lower(u.name)`,
  cause: Prisma.sql`coalesce(b.cause, b.status::text)`,
  tries: Prisma.sql`b.tries`,
  since: Prisma.sql`b.since`,
  active: Prisma.sql`u.last_active_at`,
  taker: Prisma.sql`lower(t.name)`,
};

type Setting = { readonly module: Module; readonly now: Date };
type Raw = Omit<DeskRow, "cause" | "taker"> & { cause: string | null; takenBy: string | null; taker: string | null };

/** Those who need help as a view wants them: the first of each group by cause, or a page of one list. */
export async function deskRows(instructor: Instructor, view: DeskView, { module, now }: Setting): Promise<DeskRow[]> {
  const where = blockersIn(instructor, view, { lessonSteps: stepsIn(module, view.lesson), now });
  const rows = view.list ? await aPage(where, view, module) : await grouped(where);
  return rows.map(({ takenBy, taker, cause, ...row }) => ({
    ...row,
    cause: cause !== null && isCauseId(cause) ? cause : null,
    taker: takenBy && taker ? { name: taker, isReader: takenBy === instructor.id } : null,
  }));
}

export const stepsIn = (module: Module, slug: string | null): readonly string[] =>
  slug === null ? [] : (module.lessons.find((lesson) => lesson.slug === slug)?.steps.map(({ id }) => id) ?? []);

const COLUMNS = Prisma.sql`
  b.id, b.user_id AS "userId", u.name, u.email, u.locale, c.name AS cohort, b.status::text AS status, b.step_id AS "stepId", b.cause,
  b.tries, b.since, u.last_active_at AS "lastActiveAt", b.taken_by AS "takenBy", t.name AS taker,
  b.snoozed_until AS "snoozedUntil", b.answered_at AS "answeredAt"`;

const TABLES = Prisma.sql`
  blocker b JOIN app_user u ON u.id = b.user_id JOIN cohort c ON c.id = b.cohort_id LEFT JOIN app_user t ON t.id = b.taken_by`;

const grouped = (where: Prisma.Sql): Promise<Raw[]> =>
  database().$queryRaw`
    SELECT * FROM (
      SELECT ${COLUMNS}, b.rank,
        row_number() OVER (PARTITION BY coalesce(b.cause, b.status::text) ORDER BY ${URGENCY})::int AS place,
        count(*) OVER (PARTITION BY coalesce(b.cause, b.status::text))::int AS total
      FROM ${TABLES} WHERE ${where}
    ) b WHERE place <= ${GROUP_SIZE} ORDER BY ${URGENCY}`;

function aPage(where: Prisma.Sql, view: DeskView, module: Module): Promise<Raw[]> {
  const way = view.isDown ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`;
  const order = view.sort === "urgency" ? URGENCY : Prisma.sql`${orderOf(view.sort, module)} ${way}, ${URGENCY}`;
  return database().$queryRaw`
    SELECT ${COLUMNS}, count(*) OVER ()::int AS total FROM ${TABLES} WHERE ${where}
    ORDER BY ${order} LIMIT ${PAGE_SIZE} OFFSET ${(view.page - 1) * PAGE_SIZE}`;
}

const orderOf = (column: Exclude<Column, "urgency">, module: Module): Prisma.Sql =>
  column === "step"
    ? Prisma.sql`array_position(${stepsOf(module).map(({ id }) => id)}::text[], b.step_id)`
    : ORDERS[column];

export type Facets = {
  readonly total: number;
  readonly mine: number;
  readonly free: number;
  readonly snoozed: number;
  readonly byStatus: ReadonlyMap<HelpNeed, number>;
  /** `none` for those without one. */
  readonly byCause: ReadonlyMap<CauseId | "none", number>;
};

type Counted = { status: HelpNeed; cause: string | null; all: number; mine: number; free: number; snoozed: number };

/** How many each filter would leave over; of one cohort where the view is of one. */
export async function facetsOf(instructor: Instructor, { cohort }: DeskView, now: Date): Promise<Facets> {
  const asleep = Prisma.sql`coalesce(b.snoozed_until > ${now}, false)`;
  const rows = await database().$queryRaw<Counted[]>`
    SELECT b.status::text AS status, b.cause,
      count(*) FILTER (WHERE NOT ${asleep})::int AS all,
      count(*) FILTER (WHERE NOT ${asleep} AND b.taken_by = ${instructor.id}::uuid)::int AS mine,
      count(*) FILTER (WHERE NOT ${asleep} AND b.taken_by IS NULL)::int AS free,
      count(*) FILTER (WHERE ${asleep})::int AS snoozed
    FROM blocker b JOIN cohort c ON c.id = b.cohort_id
    WHERE b.closed_at IS NULL AND b.cohort_id = ANY(${[...instructor.cohortIds]}::uuid[])
      AND (${cohort}::text IS NULL OR c.slug = ${cohort})
    GROUP BY b.status, b.cause`;
  const sum = (of: "all" | "mine" | "free" | "snoozed") => rows.reduce((total, row) => total + row[of], 0);
  return {
    total: sum("all"),
    mine: sum("mine"),
    free: sum("free"),
    snoozed: sum("snoozed"),
    byStatus: summed(rows, ({ status }) => status),
    byCause: summed(rows, ({ cause }) => (cause !== null && isCauseId(cause) ? cause : "none")),
  };
}

function summed<Key>(rows: readonly Counted[], keyOf: (row: Counted) => Key): ReadonlyMap<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) if (row.all > 0) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.all);
  return sums;
}

/** Whose cases these are, of the instructor's own cohorts. */
export async function peopleBehind({ cohortIds }: Instructor, ids: readonly string[]): Promise<string[]> {
  const rows = await database().blocker.findMany({
    where: { id: { in: [...ids] }, cohortId: { in: [...cohortIds] } },
    distinct: "userId",
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

/** The step that all of these cases are about; null where they are about several, or about none. */
export async function commonStepOf({ cohortIds }: Staff, ids: readonly string[]): Promise<string | null> {
  const rows = await database().blocker.findMany({
    where: { id: { in: [...ids] }, cohortId: { in: [...cohortIds] } },
    distinct: "stepId",
    select: { stepId: true },
  });
  return rows.length === 1 ? (rows[0]?.stepId ?? null) : null;
}

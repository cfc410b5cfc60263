import "server-only";
import { type Row, rowOf } from "#domain/class/cell";
import type { MatrixWish } from "#domain/class/matrix";
import { courseOf } from "#domain/class/pattern";
import { database } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { peopleOf } from "../people.ts";
import type { Class } from "../queries.ts";
import { isCalled, KEYS, stands } from "./filter.ts";

export const ROWS_AT_ONCE = 100;

export type Person = Row & {
  readonly id: string;
  readonly name: string;
  readonly lastActiveAt: Date | null;
  readonly hasSignedIn: boolean;
  /** Needs help, though with no step in particular. */
  readonly needsHelp: boolean;
};

export type MatrixPage = {
  readonly people: readonly Person[];
  /** How many are found altogether, and how many of them stand before this page. */
  readonly total: number;
  readonly skipped: number;
};

type Record = {
  readonly stepId: string;
  readonly ticked: boolean;
  readonly proven: boolean;
  readonly waived: boolean;
  readonly at: string;
};
type Found = {
  readonly id: string;
  readonly name: string;
  readonly cohorts: string;
  readonly lastActiveAt: Date | null;
  readonly hasSignedIn: boolean;
  readonly records: readonly Record[];
  readonly waiting: readonly string[];
  /** Null for a step that is not known. */
  readonly helping: readonly (string | null)[];
  readonly total: number;
  readonly skipped: number;
};

/**
 * A page of the class, by keyset: it begins behind or before a person, so that nobody is shown twice or left out because
 * somebody has joined meanwhile. A person who is gone is no place to begin: then it is the first page.
 */
export async function matrixPage(of: Class, wish: MatrixWish, now: Date): Promise<MatrixPage> {
  const { order, isDown, after, before } = wish;
  const isBackwards = before !== null;
  const isFalling = isDown !== isBackwards;
  const direction = isFalling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = isFalling ? Prisma.sql`<` : Prisma.sql`>`;
  const rows = await database().$queryRaw<Found[]>`
    WITH ${peopleOf(of)}, ranked AS (
      SELECT u.id, u.name, u.last_active_at, u.first_signed_in_at, m.cohorts, m.steps, ${KEYS[order]} AS key
      FROM people m JOIN app_user u ON u.id = m.user_id
    ), found AS MATERIALIZED (
      SELECT * FROM ranked r WHERE ${isCalled(wish.name)} AND ${stands(of, wish, now)}
    ), mark AS MATERIALIZED (
      SELECT key, id FROM ranked WHERE id = ${before ?? after}::uuid
    ), page AS (
      SELECT f.* FROM found f
      WHERE NOT EXISTS (SELECT 1 FROM mark) OR (f.key, f.id) ${beyond} (SELECT key, id FROM mark)
      ORDER BY f.key ${direction}, f.id ${direction} LIMIT ${ROWS_AT_ONCE}
    ), counted AS (
      SELECT count(*)::int AS total,
             (count(*) FILTER (WHERE NOT coalesce((f.key, f.id) ${beyond} (SELECT key, id FROM mark), true)))::int AS passed
      FROM found f
    )
    SELECT p.id, p.name, p.cohorts, p.last_active_at AS "lastActiveAt", p.first_signed_in_at IS NOT NULL AS "hasSignedIn",
           c.total, c.passed AS skipped,
           ARRAY(SELECT jsonb_build_object('stepId', s.step_id, 'ticked', s.ticked_at IS NOT NULL,
                   'proven', s.proven_at IS NOT NULL, 'waived', s.waived_at IS NOT NULL,
                   'at', to_char(least(s.ticked_at, s.proven_at, s.waived_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                 FROM step_progress s WHERE s.user_id = p.id AND coalesce(s.ticked_at, s.proven_at, s.waived_at) IS NOT NULL) AS records,
           ARRAY(SELECT w.check_name FROM waiting_timer w WHERE w.user_id = p.id AND w.until > ${now}) AS waiting,
           ARRAY(SELECT b.step_id FROM blocker b WHERE b.user_id = p.id AND b.closed_at IS NULL
                 AND b.cohort_id = ANY(${[...of.cohortIds]}::uuid[])) AS helping
    FROM page p, counted c ORDER BY p.key ${direction}, p.id ${direction}`;
  // Whoever stood there last may have gone.
  if (rows.length === 0 && (before ?? after) !== null)
    return matrixPage(of, { ...wish, before: null, after: null }, now);
  return pageOf(of, isBackwards ? rows.toReversed() : rows, isBackwards);
}

function pageOf(of: Class, rows: readonly Found[], isBackwards: boolean): MatrixPage {
  const { total = 0, skipped = 0 } = rows[0] ?? {};
  const people = rows.flatMap((row) => personOf(of, row));
  return { people, total, skipped: isBackwards ? total - skipped - people.length : skipped };
}

function personOf(of: Class, { records, waiting, helping, cohorts, ...row }: Found): readonly Person[] {
  const module = courseOf(of.courses, { cohorts });
  if (!module) return [];
  const facts = { records: records.map(recordOf), waiting, helping: helping.filter((step) => step !== null) };
  const { cells, done, asked } = rowOf(module, facts);
  const isShown = helping.some((step) => step !== null && cells.has(step));
  const { id, name, lastActiveAt, hasSignedIn } = row;
  return [{ id, name, lastActiveAt, hasSignedIn, needsHelp: helping.length > 0 && !isShown, cells, done, asked }];
}

const recordOf = ({ stepId, ticked, proven, waived, at }: Record) => ({
  stepId,
  tickedAt: ticked ? new Date(at) : null,
  provenAt: proven ? new Date(at) : null,
  waivedAt: waived ? new Date(at) : null,
});

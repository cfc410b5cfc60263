import "server-only";
import type { Cursor, Order, PeopleQuestion } from "#domain/roster/people-question";
import type { Role } from "#domain/roster/role";
import { database } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";
import type { Instructor } from "../viewer.ts";

export const PAGE = 100;

/** Somebody in a cohort; whoever is in two is there twice. */
export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly role: Role;
  readonly invitedAt: Date;
  readonly firstSignedInAt: Date | null;
  readonly lastActiveAt: Date | null;
};
export type PeoplePage = {
  readonly people: readonly PersonRow[];
  readonly total: number;
  readonly next: Cursor | null;
};

/** As texts that sort as the times do, the latest first where that is asked. */
const KEYS: Readonly<Record<Order, Prisma.Sql>> = {
  name: Prisma.sql`lower(u.name)`,
  active: Prisma.sql`to_char(coalesce(u.last_active_at, 'epoch') AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')`,
  invited: Prisma.sql`to_char(e.invited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')`,
};

/** Everybody in the cohorts of whoever looks whom the question means, a page at a time, and how many there are. */
export async function peopleOf(instructor: Instructor, question: PeopleQuestion): Promise<PeoplePage> {
  const [rows, [counted]] = await Promise.all([
    database().$queryRaw<(PersonRow & { key: string })[]>`
      SELECT u.id, u.name, u.email, c.id AS "cohortId", c.name AS cohort, e.role::text AS role, e.invited_at AS "invitedAt",
             u.first_signed_in_at AS "firstSignedInAt", u.last_active_at AS "lastActiveAt", ${KEYS[question.order]} AS key
      ${from(instructor, question)} ${behind(question)} ${ordered(question)} LIMIT ${PAGE + 1}`,
    database().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from(instructor, question)}`,
  ]);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const people = rows.slice(0, PAGE).map(({ key: _, ...row }) => row);
  return { people, total: counted?.total ?? 0, next: last ? [last.key, last.id, last.cohortId] : null };
}

/** `%` and `_` in what was typed mean themselves. */
const likeness = (words: string): string => `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;

function from({ cohortIds }: Instructor, { words, cohort, role }: PeopleQuestion): Prisma.Sql {
  return Prisma.sql`
    FROM enrolment e JOIN app_user u ON u.id = e.user_id JOIN cohort c ON c.id = e.cohort_id
    WHERE e.cohort_id = ANY(${[...cohortIds]}::uuid[])
    ${cohort === null ? Prisma.empty : Prisma.sql`AND e.cohort_id = ${cohort}::uuid`}
    ${role === null ? Prisma.empty : Prisma.sql`AND e.role = ${role}::role`}
    ${words === "" ? Prisma.empty : Prisma.sql`AND (u.name ILIKE ${likeness(words)} OR u.email ILIKE ${likeness(words)})`}`;
}

function behind({ after, order }: PeopleQuestion): Prisma.Sql {
  if (!after) return Prisma.empty;
  const [key, user, cohort] = after;
  const compared = Prisma.sql`(${KEYS[order]} COLLATE "C", e.user_id, e.cohort_id)`;
  const last = Prisma.sql`(${key}, ${user}::uuid, ${cohort}::uuid)`;
  return order === "name" ? Prisma.sql`AND ${compared} > ${last}` : Prisma.sql`AND ${compared} < ${last}`;
}

const ordered = ({ order }: PeopleQuestion): Prisma.Sql =>
  order === "name"
    ? Prisma.sql`ORDER BY ${KEYS[order]} COLLATE "C", e.user_id, e.cohort_id`
    : Prisma.sql`ORDER BY ${KEYS[order]} COLLATE "C" DESC, e.user_id DESC, e.cohort_id DESC`;

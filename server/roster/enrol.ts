import "server-only";
import { v7 as uuid } from "uuid";
import { nameFromAddress } from "#domain/roster/name";
import type { Invitee } from "#domain/roster/pasted";
import type { Role } from "#domain/roster/role";
import type { Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";

type Wish = { readonly cohortId: string; readonly role: Role; readonly locale: string };

/**
 * Puts people into a cohort, in one statement however many they are, and gives the ids of those who were not there. An
 * address that the portal knows keeps its person and their name. Whoever was about to be deleted is kept.
 */
export async function enrol(tx: Transaction, people: readonly Invitee[], wish: Wish): Promise<string[]> {
  const rows = people.map(({ email, name }) => ({ id: uuid(), email, name: name || nameFromAddress(email) }));
  const list = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO app_user (id, email, name, locale)
    SELECT p.id, p.email, p.name, ${wish.locale} FROM jsonb_to_recordset(${list}::jsonb) AS p (id uuid, email text, name text)
    ORDER BY p.email ON CONFLICT (email) DO NOTHING`;
  const added = await tx.$queryRaw<{ user_id: string }[]>`
    INSERT INTO enrolment (cohort_id, user_id, role)
    SELECT ${wish.cohortId}::uuid, u.id, ${wish.role}::role
    FROM jsonb_to_recordset(${list}::jsonb) AS p (email text) JOIN app_user u ON u.email = p.email
    ORDER BY u.id ON CONFLICT (cohort_id, user_id) DO NOTHING RETURNING user_id`;
  const ids = added.map(({ user_id: id }) => id);
  if (ids.length === 0) return ids;
  await tx.$executeRaw`
    UPDATE app_user SET deletion_due_at = NULL WHERE id = ANY(${ids}::uuid[]) AND deletion_due_at IS NOT NULL`;
  await notify(tx, `cohort:${wish.cohortId}`);
  return ids;
}

const LETTERS_IN_A_JOB = 50;

/** Written in the transaction of the enrolment, so that nobody is on the roster without their letter on its way. */
export async function inviteLater(tx: Transaction, cohortId: string, userIds: readonly string[]): Promise<void> {
  for (let at = 0; at < userIds.length; at += LETTERS_IN_A_JOB)
    await enqueue(tx, "invitation", { cohortId, userIds: userIds.slice(at, at + LETTERS_IN_A_JOB) });
}

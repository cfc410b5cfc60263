import "server-only";
import type { LeavingReason } from "#domain/webhook/closing";
import type { Transaction } from "../database/client.ts";
import { Prisma } from "../database/generated/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { holdBlockers } from "./blockers.ts";

/**
 * Before somebody is taken out of anything: until the commit no rule opens a blocker that nobody would close. First the
 * person, then the blockers, which is the order of a test that ends.
 */
export async function holdPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  await holdBlockers(tx, userId);
}

/** The jobs of a whole cohort would outlast the transaction; the sweep finds the messages that have none. */
const MOST_AT_ONCE = 200;

/** A student in some of their cohorts, a student altogether, or everybody of a cohort. */
type Whose =
  | { readonly userId: string; readonly cohortIds: readonly string[] }
  | { readonly userId: string }
  | { readonly cohortId: string };

/**
 * Closes what is open of somebody who leaves, or of a cohort that is put away, and tells so, each once and in the commit of
 * the leaving: which blocker is over and why, and nothing of what it was about. Of an account that is deleted not even whose
 * it was. Who is told are those who manage the cohort, also when it is put away.
 */
export async function endBlockers(tx: Transaction, whose: Whose, reason: LeavingReason, now: Date): Promise<void> {
  const userId = reason === "account_deleted" ? Prisma.sql`NULL::uuid` : Prisma.sql`b.user_id`;
  const told = await tx.$queryRaw<{ id: string }[]>`
    WITH ended AS (
      UPDATE blocker SET closed_at = ${now} WHERE closed_at IS NULL AND ${areOf(whose)} RETURNING *
    )
    INSERT INTO webhook_message (id, kind, user_id, cohort_id, subject_id, reason)
    SELECT gen_random_uuid(), 'blocker.closed', ${userId}, b.cohort_id, b.id, ${reason}
    FROM ended b WHERE EXISTS (
      SELECT 1 FROM webhook_endpoint e JOIN cohort_keeper k ON k.user_id = e.owner_id AND k.cohort_id = b.cohort_id
      WHERE 'blocker.closed' = ANY (e.events) AND e.paused_at IS NULL AND e.off_at IS NULL
        AND (cardinality(e.cohort_ids) = 0 OR b.cohort_id = ANY (e.cohort_ids)))
    RETURNING id`;
  for (const { id: messageId } of told.slice(0, MOST_AT_ONCE)) await enqueue(tx, "webhook-message", { messageId });
}

function areOf(whose: Whose): Prisma.Sql {
  if ("cohortId" in whose) return Prisma.sql`cohort_id = ${whose.cohortId}::uuid`;
  const theirs = Prisma.sql`user_id = ${whose.userId}::uuid`;
  return "cohortIds" in whose ? Prisma.sql`${theirs} AND cohort_id = ANY (${[...whose.cohortIds]}::uuid[])` : theirs;
}

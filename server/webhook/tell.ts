import "server-only";
import { v7 as uuid } from "uuid";
import type { ClosingReason } from "#domain/webhook/closing";
import type { WebhookEvent } from "#domain/webhook/event";
import type { Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";

export type Happening = {
  readonly kind: WebhookEvent;
  readonly userId: string;
  /** Null for what concerns the student in all their cohorts. */
  readonly cohortId?: string | null;
  /** The blocker or the request for help. */
  readonly subjectId?: string;
  readonly stepId?: string | null;
  readonly cause?: string | null;
  readonly status?: string;
  readonly tries?: number;
  readonly since?: Date | null;
  /** Why a blocker is closed. */
  readonly reason?: ClosingReason;
};

/**
 * Writes down what has happened, with the job that addresses it, in the commit in which it happens: neither is lost, and
 * nothing is told that was rolled back. Where nobody listens, nothing is written.
 */
export async function tell(tx: Transaction, happening: Happening): Promise<void> {
  const { kind, userId, cohortId = null, stepId = null, cause = null, since = null } = happening;
  const id = uuid();
  const written = await tx.$executeRaw`
    INSERT INTO webhook_message (id, kind, user_id, cohort_id, subject_id, step_id, cause, status, tries, since, reason)
    SELECT ${id}::uuid, ${kind}, ${userId}::uuid, ${cohortId}::uuid, ${happening.subjectId ?? null}::uuid, ${stepId}, ${cause},
           ${happening.status ?? null}, ${happening.tries ?? null}::int, ${since}::timestamptz,
           ${happening.reason ?? null}
    WHERE EXISTS (
      SELECT 1 FROM webhook_endpoint e
      JOIN cohort_manager i ON i.user_id = e.owner_id
      JOIN enrolment s ON s.cohort_id = i.cohort_id AND s.user_id = ${userId}::uuid AND s.role = 'student'
      WHERE ${kind} = ANY (e.events) AND e.paused_at IS NULL AND e.off_at IS NULL
        AND (${cohortId}::uuid IS NULL OR i.cohort_id = ${cohortId}::uuid)
        AND (cardinality(e.cohort_ids) = 0 OR i.cohort_id = ANY (e.cohort_ids)))`;
  if (written > 0) await enqueue(tx, "webhook-message", { messageId: id });
}

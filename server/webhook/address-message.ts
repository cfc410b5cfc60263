import "server-only";
import { v7 as uuid } from "uuid";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobData } from "../jobs/queues.ts";

/** Run by the worker: makes a delivery, with its job, for each endpoint that wants the message. A second time it finds nothing to do. */
export async function addressMessage({ messageId }: JobData["webhook-message"], now = new Date()): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.webhookMessage.updateMany({
      where: { id: messageId, addressedAt: null },
      data: { addressedAt: now },
    });
    if (count === 0) return;
    const wanting = await wantedBy(tx, messageId);
    const deliveries = wanting.map((row) => ({ id: uuid(), messageId, ...row, createdAt: now, nextTryAt: now }));
    await tx.webhookDelivery.createMany({ data: deliveries });
    for (const { id } of deliveries) await enqueue(tx, "webhook-delivery", { deliveryId: id });
  });
}

type Wanting = { readonly endpointId: string; readonly cohortId: string | null };

/**
 * Whoever may know it now and wants to, once each, also of a student who is in two of their cohorts. That a blocker is over
 * is told whoever manages its cohort, also when the student has left it, or it is put away: else it would stay open there.
 */
const wantedBy = (tx: Transaction, messageId: string): Promise<Wanting[]> => tx.$queryRaw<Wanting[]>`
  SELECT DISTINCT ON (e.id) e.id AS "endpointId", i.cohort_id AS "cohortId"
  FROM webhook_message m
  JOIN enrolment s ON s.user_id = m.user_id AND s.role = 'student'
  JOIN cohort_manager i ON i.cohort_id = s.cohort_id
  JOIN webhook_endpoint e ON e.owner_id = i.user_id AND e.paused_at IS NULL AND e.off_at IS NULL
  WHERE m.id = ${messageId}::uuid AND m.kind = ANY (e.events)
    AND (m.cohort_id IS NULL OR m.cohort_id = i.cohort_id)
    AND (cardinality(e.cohort_ids) = 0 OR i.cohort_id = ANY (e.cohort_ids))
  UNION
  SELECT e.id, m.cohort_id
  FROM webhook_message m
  JOIN cohort_keeper k ON k.cohort_id = m.cohort_id
  JOIN webhook_endpoint e ON e.owner_id = k.user_id AND e.paused_at IS NULL AND e.off_at IS NULL
  WHERE m.id = ${messageId}::uuid AND m.kind = 'blocker.closed' AND m.kind = ANY (e.events)
    AND (cardinality(e.cohort_ids) = 0 OR m.cohort_id = ANY (e.cohort_ids))
  UNION ALL
  SELECT endpoint_id, NULL FROM webhook_message WHERE id = ${messageId}::uuid AND endpoint_id IS NOT NULL
  ORDER BY 1, 2`;

import "server-only";
import { database } from "../database/client.ts";
import type { Facts } from "./payload.ts";

/** Longer than a delivery takes; a worker that died in between is followed by another then. */
const HELD_MS = 60_000;
/** Clocks of two machines differ. */
const TOLERANCE_MS = 1_000;

export type Claimed = Omit<Facts, "student" | "cohort"> & {
  readonly id: string;
  readonly messageId: string;
  readonly endpointId: string;
  readonly ownerId: string;
  readonly url: string;
  readonly withNames: boolean;
  readonly userId: string | null;
  readonly cohortId: string | null;
  /** With this one; only the latest may write what came of it. */
  readonly tries: number;
  readonly told: number | null;
  readonly reason: string | null;
};

/** Takes a delivery that is due, and with it the right to send it; null where another worker has it, or it is to wait. */
export async function claimDelivery(deliveryId: string, now: Date): Promise<Claimed | null> {
  const [row] = await database().$queryRaw<Claimed[]>`
    UPDATE webhook_delivery d SET claimed_until = ${new Date(now.getTime() + HELD_MS)}, tries = d.tries + 1
    FROM webhook_message m, webhook_endpoint e
    WHERE d.id = ${deliveryId}::uuid AND m.id = d.message_id AND e.id = d.endpoint_id
      AND d.state = 'pending' AND d.next_try_at <= ${new Date(now.getTime() + TOLERANCE_MS)}
      AND (d.claimed_until IS NULL OR d.claimed_until < ${now}) AND e.paused_at IS NULL AND e.off_at IS NULL
    RETURNING d.id, d.tries, d.cohort_id AS "cohortId", m.id AS "messageId", m.kind, m.at, m.user_id AS "userId",
              m.subject_id AS "subjectId", m.step_id AS "stepId", m.cause, m.status, m.tries AS told, m.since, m.reason,
              e.id AS "endpointId", e.owner_id AS "ownerId", e.url, e.with_names AS "withNames"`;
  return row ?? null;
}

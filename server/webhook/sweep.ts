import "server-only";
import { database } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";

const BATCH = 500;
/** Longer than a job that is there takes to be done. */
const LATE_MS = 60_000;

/** Part of the sweep: messages and deliveries whose job was lost with a worker, or which waited for a pause to end. */
export async function resumeWebhooks(now: Date): Promise<void> {
  const before = new Date(now.getTime() - LATE_MS);
  const messages = await database().webhookMessage.findMany({
    where: { addressedAt: null, at: { lt: before } },
    select: { id: true },
    take: BATCH,
  });
  for (const { id } of messages) await enqueue(database(), "webhook-message", { messageId: id });
  const deliveries = await database().webhookDelivery.findMany({
    where: {
      ...{ state: "pending" as const, nextTryAt: { lt: before }, endpoint: { pausedAt: null, offAt: null } },
      OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
    },
    select: { id: true },
    take: BATCH,
  });
  for (const { id } of deliveries) await enqueue(database(), "webhook-delivery", { deliveryId: id });
}

/** Part of the sweep: a secret that was replaced signs no more. Its sealed bytes go with its row. */
export async function forgetOldSecrets(now: Date): Promise<void> {
  await database().webhookSecret.deleteMany({ where: { expiresAt: { lt: now } } });
}

import "server-only";
import { comeBackAt } from "#domain/webhook/retry-after";
import { isGivenUp, nextTry } from "#domain/webhook/schedule";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { pace } from "../environment.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";
import type { Claimed } from "./claim.ts";
import type { Posted } from "./post.ts";

const GONE = 410;

/** Writes down what came of a try, and plans the next one in the same commit. */
export async function settle(claimed: Claimed, { retryAfter, ...posted }: Posted, now: Date): Promise<void> {
  const isTaken = posted.statusCode !== null && posted.statusCode >= 200 && posted.statusCode < 300;
  await database().$transaction(async (tx) => {
    const isOver = isTaken || posted.statusCode === GONE;
    const next = isOver ? null : nextTry(claimed.tries, now, { pace: pace(), asked: comeBackAt(retryAfter, now) });
    const state = isTaken ? "delivered" : next ? "pending" : "failed";
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: claimed.id, tries: claimed.tries, state: "pending" },
      data: {
        ...{ ...posted, state, triedAt: now, claimedUntil: null },
        ...(next && { nextTryAt: next.at, nextTryAsked: next.isAsked }),
      },
    });
    // Another worker has taken over, or its owner has asked for it once more.
    if (count === 0) return;
    if (isTaken) await rehabilitate(tx, claimed.endpointId);
    else await noteFailure(tx, claimed, posted.statusCode, now);
    if (next) await enqueue(tx, "webhook-delivery", { deliveryId: claimed.id }, { startAfter: next.at });
    await notify(tx, `user:${claimed.ownerId}`);
  });
}

/** Its owner may not know any more what it tells. */
export async function cancel({ id, tries, ownerId }: Claimed): Promise<void> {
  await database().webhookDelivery.updateMany({
    where: { id, tries, state: "pending" },
    data: { state: "cancelled", claimedUntil: null },
  });
  await notify(database(), `user:${ownerId}`);
}

const rehabilitate = (tx: Transaction, id: string) =>
  tx.webhookEndpoint.updateMany({ where: { id, failingSince: { not: null } }, data: { failingSince: null } });

async function noteFailure(tx: Transaction, claimed: Claimed, status: number | null, now: Date): Promise<void> {
  const [endpoint] = await tx.$queryRaw<{ failingSince: Date }[]>`
    UPDATE webhook_endpoint SET failing_since = coalesce(failing_since, ${now}) WHERE id = ${claimed.endpointId}::uuid
    RETURNING failing_since AS "failingSince"`;
  if (status === GONE) await switchOff(tx, claimed, "gone", now);
  else if (endpoint && isGivenUp(endpoint.failingSince, now)) await switchOff(tx, claimed, "failing", now);
}

/** Its owner reads it on the page, and can have sent again what did not arrive. */
async function switchOff(tx: Transaction, claimed: Claimed, because: "gone" | "failing", now: Date): Promise<void> {
  const { endpointId: id, ownerId } = claimed;
  const { count } = await tx.webhookEndpoint.updateMany({
    where: { id, offAt: null },
    data: { offAt: now, offBecause: because },
  });
  if (count === 0) return;
  await tx.webhookDelivery.updateMany({ where: { endpointId: id, state: "pending" }, data: { state: "failed" } });
  await record(tx, { kind: "webhook.switched_off", subjectId: ownerId, facts: { endpoint: id, because } });
}

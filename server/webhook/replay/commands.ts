import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { database } from "../../database/client.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { countUse } from "../../limit/limit.ts";
import type { Manager } from "../../viewer.ts";

/** More than that is sent again by asking again. */
const MOST_AT_ONCE = 200;

/** One delivery by its id, or all that failed since a moment. */
export type Again = { readonly endpointId: string } & (
  | { readonly deliveryId: string }
  | { readonly failedSince: Date }
);

/** Sends the same message under the same id once more, from the first try on. Gives how many are on their way. */
export async function replay(
  manager: Manager,
  again: Again,
  now: Date,
): Promise<Outcome<number, "not_found" | "too_many">> {
  const { endpointId } = again;
  const where = { id: endpointId, ownerId: manager.id, offAt: null, pausedAt: null };
  if ((await database().webhookEndpoint.count({ where })) === 0) return refused("not_found");
  const limited = await countUse("webhook by person", manager.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const wanted =
    "deliveryId" in again
      ? { id: again.deliveryId, state: { in: ["delivered", "failed"] as ("delivered" | "failed")[] } }
      : { state: "failed" as const, message: { at: { gte: again.failedSince } } };
  return done(await sendAgain({ endpointId, ...wanted }, now));
}

type Where = NonNullable<
  NonNullable<Parameters<ReturnType<typeof database>["webhookDelivery"]["findMany"]>[0]>["where"]
>;

async function sendAgain(where: Where, now: Date): Promise<number> {
  return database().$transaction(async (tx) => {
    const rows = await tx.webhookDelivery.findMany({
      where,
      orderBy: { createdAt: "asc" },
      select: { id: true },
      take: MOST_AT_ONCE,
    });
    let sent = 0;
    for (const { id } of rows) {
      // Whoever asks in two tabs at once has it sent once.
      const { count } = await tx.webhookDelivery.updateMany({
        where: { id, state: { in: ["delivered", "failed"] } },
        data: { state: "pending", tries: 0, nextTryAt: now, nextTryAsked: false, claimedUntil: null },
      });
      if (count > 0) await enqueue(tx, "webhook-delivery", { deliveryId: id });
      sent += count;
    }
    return sent;
  });
}

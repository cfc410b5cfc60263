import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { type AddressFault, addressFault } from "#domain/webhook/address";
import { record } from "../../audit/record.ts";
import { database, type Transaction } from "../../database/client.ts";
import { mayCallLoopback } from "../../environment.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { countUse } from "../../limit/limit.ts";
import { notify } from "../../live/notify.ts";
import type { Manager } from "../../viewer.ts";
import type { Wish } from "../commands.ts";

/** `version` is the one that was looked at: whoever has looked at an older one is told so, and nothing is overwritten. */
export type Edit = Wish & { readonly endpointId: string; readonly version: number };

type Refusal = AddressFault | "too_many" | "not_found" | "no_cohorts" | "changed";
type Stored = { readonly url: string; readonly version: number; readonly cohortIds: readonly string[] };

/** Changes what an endpoint is told and where. Gives whether it has moved: then what waits goes to the new address, at once. */
export async function editEndpoint(
  manager: Manager,
  { endpointId: id, version, ...wish }: Edit,
  now: Date,
): Promise<Outcome<{ moved: boolean }, Refusal>> {
  const fault = addressFault(wish.url, { loopback: mayCallLoopback() });
  if (fault) return refused(fault);
  const limited = await countUse("webhook by person", manager.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  return database().$transaction(async (tx) => {
    const [stored] = await tx.$queryRaw<Stored[]>`
      SELECT url, version, cohort_ids AS "cohortIds" FROM webhook_endpoint
      WHERE id = ${id}::uuid AND owner_id = ${manager.id}::uuid FOR UPDATE`;
    if (!stored) return refused("not_found");
    if (stored.version !== version) return refused("changed");
    const cohortIds = choosable(manager, stored, wish.cohortIds);
    if (cohortIds.length === 0 && wish.cohortIds.length > 0) return refused("no_cohorts");
    const data = { ...wish, events: [...wish.events], cohortIds, version: version + 1 };
    await tx.webhookEndpoint.updateMany({ where: { id }, data });
    const moved = wish.url !== stored.url;
    if (moved) await beginAnew(tx, id, now);
    const facts = { endpoint: id, address: moved ? "new" : "same" };
    await record(tx, { kind: "webhook.changed", actorId: manager.id, subjectId: manager.id, facts });
    await notify(tx, `user:${manager.id}`);
    return done({ moved });
  });
}

/** A cohort that was put away meanwhile may stay chosen: without it, an endpoint of that one alone would be one of all. */
const choosable = (manager: Manager, stored: Stored, chosen: readonly string[]): string[] =>
  chosen.filter((cohort) => manager.cohortIds.includes(cohort) || stored.cohortIds.includes(cohort));

/** More is found by the sweep. */
const MOST_AT_ONCE = 200;

/**
 * What the former address did is nothing that is held against the new one. What is being sent at this moment still goes to
 * the former one, and to the new one when it fails.
 */
async function beginAnew(tx: Transaction, endpointId: string, now: Date): Promise<void> {
  await tx.webhookEndpoint.updateMany({
    where: { id: endpointId },
    data: { failingSince: null, offAt: null, offBecause: null },
  });
  const waiting = { endpointId, state: "pending" as const, claimedUntil: null };
  const rows = await tx.webhookDelivery.findMany({ where: waiting, select: { id: true }, take: MOST_AT_ONCE });
  await tx.webhookDelivery.updateMany({ where: waiting, data: { tries: 0, nextTryAt: now, nextTryAsked: false } });
  for (const { id: deliveryId } of rows) await enqueue(tx, "webhook-delivery", { deliveryId });
}

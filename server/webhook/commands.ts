import "server-only";
import { v7 as uuid } from "uuid";
import { done, type Outcome, refused } from "#domain/outcome";
import { type AddressFault, addressFault } from "#domain/webhook/address";
import { TRIAL, type WebhookEvent } from "#domain/webhook/event";
import { OVERLAP_MS } from "#domain/webhook/schedule";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { mayCallLoopback } from "../environment.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse } from "../limit/limit.ts";
import type { Manager } from "../viewer.ts";
import { sealing, storeSecret } from "./sealed-secret.ts";
import { newSigningSecret } from "./signature.ts";

const MOST_ENDPOINTS = 20;

export type Wish = {
  /** What its owner calls it; null where its address says enough. */
  readonly name: string | null;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** None: all that are taught at the time. */
  readonly cohortIds: readonly string[];
  readonly withNames: boolean;
};

type Refusal = AddressFault | "too_many" | "too_many_endpoints" | "no_cohorts";
/** Told this once: nobody reads the secret again, not even this process. */
export type Added = { readonly id: string; readonly secret: string };

export async function addEndpoint(manager: Manager, wish: Wish): Promise<Outcome<Added, Refusal>> {
  const fault = addressFault(wish.url, { loopback: mayCallLoopback() });
  if (fault) return refused(fault);
  const limited = await countUse("webhook by person", manager.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const ownerId = manager.id;
  if ((await database().webhookEndpoint.count({ where: { ownerId } })) >= MOST_ENDPOINTS)
    return refused("too_many_endpoints");
  const { name, url, withNames } = wish;
  const cohortIds = wish.cohortIds.filter((cohort) => manager.cohortIds.includes(cohort));
  // None would be all of them.
  if (cohortIds.length === 0 && wish.cohortIds.length > 0) return refused("no_cohorts");
  const [id, secret] = [uuid(), newSigningSecret()];
  await sealing(async (tx) => {
    const row = { id, ownerId, name, url, withNames, events: [...wish.events], cohortIds };
    await tx.webhookEndpoint.create({ data: row, select: { id: true } });
    await storeSecret(tx, secret, { endpointId: id, ownerId });
    await record(tx, { kind: "webhook.added", actorId: ownerId, subjectId: ownerId, facts: { endpoint: id } });
  });
  return done({ id, secret });
}

/** A new secret; the one before signs as well for a day. Null for somebody else's endpoint, as for none. */
export async function rotateSecret(manager: Manager, endpointId: string, now: Date): Promise<string | null> {
  const secret = newSigningSecret();
  const ownerId = manager.id;
  return sealing(async (tx) => {
    if ((await tx.webhookEndpoint.count({ where: { id: endpointId, ownerId } })) === 0) return null;
    await tx.webhookSecret.updateMany({
      where: { endpointId, expiresAt: null },
      data: { expiresAt: new Date(now.getTime() + OVERLAP_MS) },
    });
    await storeSecret(tx, secret, { endpointId, ownerId });
    const facts = { endpoint: endpointId };
    await record(tx, { kind: "webhook.secret_rotated", actorId: ownerId, subjectId: ownerId, facts });
    return secret;
  });
}

/** A pause loses nothing that is on its way; what happens meanwhile is not told. Going on also forgives what had it switched off. */
export async function setPaused(manager: Manager, endpointId: string, pausedAt: Date | null): Promise<boolean> {
  const { count } = await database().webhookEndpoint.updateMany({
    where: { id: endpointId, ownerId: manager.id },
    data: pausedAt ? { pausedAt } : { pausedAt: null, offAt: null, offBecause: null, failingSince: null },
  });
  return count > 0;
}

/** With its secrets and all that was ever sent to it. */
export async function removeEndpoint(manager: Manager, endpointId: string): Promise<boolean> {
  const ownerId = manager.id;
  return database().$transaction(async (tx) => {
    const { count } = await tx.webhookEndpoint.deleteMany({ where: { id: endpointId, ownerId } });
    const facts = { endpoint: endpointId };
    if (count > 0) await record(tx, { kind: "webhook.removed", actorId: ownerId, subjectId: ownerId, facts });
    return count > 0;
  });
}

/** Sends a message that tells of nobody. */
export async function sendTrial(
  manager: Manager,
  endpointId: string,
): Promise<Outcome<null, "not_found" | "too_many">> {
  const where = { id: endpointId, ownerId: manager.id, pausedAt: null, offAt: null };
  if ((await database().webhookEndpoint.count({ where })) === 0) return refused("not_found");
  const limited = await countUse("webhook by person", manager.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  await database().$transaction(async (tx) => {
    const data = { kind: TRIAL, endpointId };
    const { id: messageId } = await tx.webhookMessage.create({ data, select: { id: true } });
    await enqueue(tx, "webhook-message", { messageId });
  });
  return done(null);
}

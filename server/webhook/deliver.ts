import "server-only";
import type { JobData } from "../jobs/queues.ts";
import { log } from "../log/log.ts";
import type { Keyring } from "../vault/keyring.ts";
import { type Claimed, claimDelivery } from "./claim.ts";
import { factsFor } from "./facts.ts";
import { openedSecrets } from "./opened-secrets.ts";
import { type Facts, payloadOf } from "./payload.ts";
import { type Posted, post } from "./post.ts";
import { cancel, settle } from "./settle.ts";
import { secondsOf, signatureOf } from "./signature.ts";

/** Run by the worker: one try of one delivery, by one worker. */
export async function deliver(
  { deliveryId }: JobData["webhook-delivery"],
  keyring: Keyring,
  now = new Date(),
): Promise<void> {
  const claimed = await claimDelivery(deliveryId, now);
  if (!claimed) return;
  const facts = await factsFor(claimed);
  if (!facts) return cancel(claimed);
  const posted = await send(claimed, facts, keyring, now);
  log.event("webhook.tried", { deliveryId, statusCode: posted.statusCode, tries: claimed.tries });
  await settle(claimed, posted, now);
}

async function send(claimed: Claimed, facts: Facts, keyring: Keyring, now: Date): Promise<Posted> {
  const { messageId, endpointId, url, withNames } = claimed;
  const secrets = await openedSecrets(endpointId, keyring, now);
  // Nobody could tell it from somebody else's: it is not sent unsigned.
  if (secrets.length === 0)
    return { statusCode: null, durationMs: 0, fault: "ENOSECRET", answer: null, retryAfter: null };
  try {
    const id = idOf(messageId);
    const body = JSON.stringify(await payloadOf(facts, withNames));
    const signatures = secrets.map((secret) => secret.use((text) => signatureOf({ id, at: now, body }, text)));
    const headers = {
      "content-type": "application/json",
      "user-agent": "Rozruch-Webhooks/1",
      "webhook-id": id,
      "webhook-timestamp": String(secondsOf(now)),
      "webhook-signature": signatures.join(" "),
    };
    return await post({ url, headers, body });
  } finally {
    for (const secret of secrets) secret.wipe();
  }
}

/** The same for every try, by which a receiver knows what it has had before. */
const idOf = (messageId: string): string => `msg_${messageId.replaceAll("-", "")}`;

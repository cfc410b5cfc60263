import "server-only";
import type { Farewell } from "#domain/credential/expiry";
import { record } from "../audit/record.ts";
import type { Transaction } from "../database/client.ts";
import { notify } from "../live/notify.ts";

type Actor = { readonly because: Farewell; readonly actorId: string | null };

/**
 * Deletes a key and whatever could tell it, and ends its test: the sealed bytes, the fingerprint, the timers. One that is
 * running looks before each call and makes no further one. Says whether there was a key; a second time there is none.
 */
export async function forgetCredential(tx: Transaction, id: string, { because, actorId }: Actor): Promise<boolean> {
  const [forgotten] = await tx.$queryRaw<{ userId: string; provider: string }[]>`
    UPDATE api_credential SET deleted_at = now(), fingerprint = NULL
    WHERE id = ${id}::uuid AND deleted_at IS NULL RETURNING user_id AS "userId", provider`;
  if (!forgotten) return false;
  const { userId, provider } = forgotten;
  await tx.$executeRaw`DELETE FROM credential_secret WHERE credential_id = ${id}::uuid`;
  await tx.accessTest.updateMany({
    where: { userId, credentialId: id, finishedAt: null },
    data: { finishedAt: new Date(), ending: "cancelled" },
  });
  await tx.waitingTimer.deleteMany({ where: { userId, check: { startsWith: `${provider}.` } } });
  const kind = because === "asked" || because === "account_deleted" ? "credential.deleted" : "credential.expired";
  await record(tx, { kind, actorId, subjectId: userId, facts: { because, provider } });
  await notify(tx, `user:${userId}`);
  return true;
}

import "server-only";
import { forgetCredential } from "../credential/forget.ts";
import type { Transaction } from "../database/client.ts";

/** So long a person can still change their mind, by signing in. */
export const GRACE_MS = 7 * 24 * 3_600_000;

/** Ends what could do harm at once (keys, sessions, connections) and plans the rest. Said twice, the grace does not begin anew. */
export async function withdraw(tx: Transaction, userId: string, by: { now: Date; actorId: string }): Promise<void> {
  const deletionDueAt = new Date(by.now.getTime() + GRACE_MS);
  await tx.user.updateMany({ where: { id: userId, deletionDueAt: null }, data: { deletionDueAt } });
  const keys = await tx.apiCredential.findMany({ where: { userId, deletedAt: null }, select: { id: true } });
  for (const { id } of keys) await forgetCredential(tx, id, { because: "account_deleted", actorId: by.actorId });
  await tx.webhookEndpoint.deleteMany({ where: { ownerId: userId } });
  await tx.apiToken.deleteMany({ where: { ownerId: userId } });
  await tx.session.deleteMany({ where: { userId } });
}

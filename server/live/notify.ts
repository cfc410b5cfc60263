import "server-only";
import type { Transaction } from "../database/client.ts";

export const CHANNEL = "rozruch";

/** Whom a change concerns. The message says that something changed, never what. */
export type Topic = `user:${string}` | `cohort:${string}` | "everybody";

/** Tells every web process, when the transaction commits. */
export async function notify(tx: Pick<Transaction, "$executeRaw">, ...topics: readonly Topic[]): Promise<void> {
  for (const topic of topics) await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${topic})`;
}

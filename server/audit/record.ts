import "server-only";
import type { Transaction } from "../database/client.ts";

export type AuditKind =
  | "login.requested"
  | "login.succeeded"
  | "login.ended"
  | "credential.saved"
  | "credential.replaced"
  | "credential.deleted"
  | "credential.opened"
  | "credential.open_failed"
  | "credential.duplicate_flagged"
  | "mail.sent"
  | "vault_key.created";

type Event = {
  kind: AuditKind;
  actorId?: string | null;
  subjectId?: string | null;
  facts?: Record<string, string | number | null>;
};

/** Adds to the trail. Facts are ids and codes; a text that a person typed never goes in. */
export async function record(tx: Pick<Transaction, "auditEvent">, event: Event): Promise<void> {
  const { kind, actorId = null, subjectId = null, facts = {} } = event;
  await tx.auditEvent.create({ data: { kind, actorId, subjectId, facts }, select: { id: true } });
}

import "server-only";
import { v7 as uuid } from "uuid";
import type { Transaction } from "../database/client.ts";

export type AuditKind =
  | "login.requested"
  | "login.succeeded"
  | "login.ended"
  | "login.second_factor_set"
  | "login.second_factor_shown"
  | "login.second_factor_refused"
  | "login.second_factor_removed"
  | "login.recovery_code_used"
  | "login.recovery_codes_renewed"
  | "login.passkey_added"
  | "login.passkey_removed"
  | "login.account_linked"
  | "login.account_unlinked"
  | "login.ended_everywhere"
  | "account.deletion_planned"
  | "account.kept"
  | "account.deleted"
  | "export.own_data"
  | "role.removed"
  | "person.looked_at"
  | "step.waived"
  | "step.unwaived"
  | "role.changed"
  | "cohort.created"
  | "cohort.changed"
  | "cohort.archived"
  | "cohort.restored"
  | "roster.imported"
  | "roster.invited"
  | "roster.joined"
  | "roster.link_opened"
  | "roster.link_closed"
  | "export.roster"
  | "credential.saved"
  | "credential.replaced"
  | "credential.deleted"
  | "credential.opened"
  | "credential.open_failed"
  | "credential.duplicate_flagged"
  | "mail.sent"
  | "mail.bounced"
  | "webhook.added"
  | "webhook.changed"
  | "webhook.removed"
  | "webhook.secret_rotated"
  | "webhook.switched_off"
  | "api_token.made"
  | "api_token.revoked"
  | "credential.expired"
  | "vault_key.created"
  | "vault_key.activated"
  | "vault_key.resealed"
  | "vault_key.retired"
  | "vault_key.destroyed"
  | "vault_key.abandoned";

type Event = {
  kind: AuditKind;
  actorId?: string | null;
  subjectId?: string | null;
  facts?: Record<string, string | number | null>;
};

/** Adds to the trail. Facts are ids and codes; a text that a person typed never goes in. The database gives time and place. */
export async function record(tx: Pick<Transaction, "$executeRaw">, event: Event): Promise<void> {
  const { kind, actorId = null, subjectId = null, facts = {} } = event;
  await tx.$executeRaw`
    INSERT INTO audit_event (id, kind, actor_id, subject_id, facts)
    VALUES (${uuid()}::uuid, ${kind}, ${actorId}::uuid, ${subjectId}::uuid, ${JSON.stringify(facts)}::jsonb)`;
}

import type pg from "pg";
import { v7 as uuid } from "uuid";
import type { AuditKind } from "#server/audit/record";

/** A line of the audit trail, in the transaction of what it tells of. Ids and numbers alone. */
export async function recordVault(
  client: pg.Client,
  kind: Extract<AuditKind, `vault_key.${string}`>,
  facts: Record<string, string | number>,
): Promise<void> {
  await client.query("INSERT INTO audit_event (id, kind, facts) VALUES ($1, $2, $3)", [uuid(), kind, facts]);
}

import type pg from "pg";
import type { Keyring } from "#server/vault/keyring";
import { openKey } from "#server/vault/open";
import type { Secret } from "#server/vault/secret";

export type Row = {
  readonly credentialId: string;
  readonly version: number;
  readonly format: number;
  readonly vaultKeyId: string;
  readonly sealed: Buffer;
  readonly userId: string | null;
  readonly provider: string | null;
};

/** A sealed row with whom it belongs to: a student's key, or what signs webhooks; nobody's where neither is there. */
export const SEALED_ROWS = `
  SELECT s.credential_id AS "credentialId", s.version, s.format, s.vault_key_id AS "vaultKeyId", s.sealed,
         coalesce(c.user_id, e.owner_id) AS "userId", coalesce(c.provider, CASE WHEN e.id IS NOT NULL THEN 'webhook' END) AS provider
  FROM credential_secret s LEFT JOIN api_credential c ON c.id = s.credential_id
  LEFT JOIN webhook_secret w ON w.id = s.credential_id LEFT JOIN webhook_endpoint e ON e.id = w.endpoint_id`;

/** Null where it does not open for its row. */
export function openRow(row: Row, keyring: Keyring): Promise<Secret | null> {
  const { credentialId, version, userId, provider } = row;
  if (!userId || !provider) return Promise.resolve(null);
  return openKey(row, { provider, userId, credentialId, version }, keyring).catch(() => null);
}

/** Every sealed row, a batch at a time, in the order of their ids. */
export async function* batches(client: pg.Client, size: number): AsyncGenerator<Row[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const sql = `${SEALED_ROWS} WHERE s.credential_id > $1 ORDER BY s.credential_id LIMIT $2`;
    const { rows } = await client.query<Row>(sql, [after, size]);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.credentialId ?? after;
  }
}

export async function countRows(client: pg.Client, where = "true", values: unknown[] = []): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM credential_secret s WHERE ${where}`;
  return (await client.query<{ count: number }>(sql, values)).rows[0]?.count ?? 0;
}

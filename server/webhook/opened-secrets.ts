import "server-only";
import { database } from "../database/client.ts";
import { log } from "../log/log.ts";
import type { Keyring } from "../vault/keyring.ts";
import { openKey, UnopenedError } from "../vault/open.ts";
import type { Secret } from "../vault/secret.ts";
import { bindingOf } from "./sealed-secret.ts";

type Stored = { id: string; ownerId: string; format: number; vaultKeyId: string; sealed: Uint8Array };

/** What signs for an endpoint now, the newest first; two while one is being replaced. Whoever asked wipes them. */
export async function openedSecrets(endpointId: string, keyring: Keyring, now: Date): Promise<readonly Secret[]> {
  const rows = await database().$queryRaw<Stored[]>`
    SELECT w.id, e.owner_id AS "ownerId", s.format, s.vault_key_id AS "vaultKeyId", s.sealed
    FROM webhook_secret w
    JOIN webhook_endpoint e ON e.id = w.endpoint_id
    JOIN credential_secret s ON s.credential_id = w.id
    WHERE w.endpoint_id = ${endpointId}::uuid AND (w.expires_at IS NULL OR w.expires_at > ${now})
    ORDER BY w.created_at DESC`;
  const opened = await Promise.all(rows.map((row) => opening(row, keyring)));
  return opened.filter((secret) => secret !== null);
}

/** One that does not open is the operator's to mend, and keeps none of the others from signing. */
const opening = (row: Stored, keyring: Keyring): Promise<Secret | null> =>
  openKey(row, bindingOf(row), keyring).catch((error: unknown) => {
    if (!(error instanceof UnopenedError)) throw error;
    log.fault("vault.unopened", error);
    return null;
  });

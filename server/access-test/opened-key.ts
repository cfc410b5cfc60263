import "server-only";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { log } from "../log/log.ts";
import type { Keyring } from "../vault/keyring.ts";
import { openKey, type StoredSecret, UnopenedError } from "../vault/open.ts";
import type { Secret } from "../vault/secret.ts";
import type { ClaimedTest } from "./ledger.ts";

/**
 * Opens the key of a test, and no key without a committed line in the audit trail. Null where it cannot be opened:
 * that is the operator's to mend, and the student is never told that the key is bad.
 */
export async function openKeyOf(test: ClaimedTest, keyring: Keyring): Promise<Secret | null> {
  const { userId, id: testId } = test;
  await record(database(), { kind: "credential.opened", subjectId: userId, facts: { testId, attempt: test.attempt } });
  const stored = await sealedOf(test.credentialId);
  if (!stored) return null;
  const row = { provider: test.provider, userId, credentialId: test.credentialId, version: test.credentialVersion };
  try {
    return await openKey(stored, row, keyring);
  } catch (error) {
    if (!(error instanceof UnopenedError)) throw error;
    log.event("vault.unopened", { testId, refusal: error.refusal });
    await record(database(), {
      kind: "credential.open_failed",
      subjectId: userId,
      facts: { testId, refusal: error.refusal },
    });
    return null;
  }
}

async function sealedOf(credentialId: string): Promise<StoredSecret | null> {
  const [row] = await database().$queryRaw<StoredSecret[]>`
    SELECT format, vault_key_id AS "vaultKeyId", sealed FROM credential_secret WHERE credential_id = ${credentialId}::uuid`;
  return row ?? null;
}

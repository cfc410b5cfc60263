import "server-only";
import { aadOf, type Binding, FORMAT, infoOf } from "./binding.ts";
import { openWith } from "./cipher.ts";
import type { Keyring } from "./keyring.ts";
import { Secret } from "./secret.ts";

export type StoredSecret = { readonly format: number; readonly vaultKeyId: string; readonly sealed: Uint8Array };

/** Why sealed bytes were not opened. `vault_key_missing` and `format_unknown` are the operator's to mend. */
export type OpenRefusal = "vault_key_missing" | "format_unknown" | "not_authentic";

export class UnopenedError extends Error {
  readonly refusal: OpenRefusal;
  constructor(refusal: OpenRefusal) {
    super(`The stored key was not opened: ${refusal}.`);
    this.refusal = refusal;
  }
}

/** Opens a key for the one row that it was sealed for. The worker alone has the private keys that this takes. */
export async function openKey(
  { format, vaultKeyId, sealed }: StoredSecret,
  row: Omit<Binding, "vaultKeyId">,
  keyring: Keyring,
): Promise<Secret> {
  if (format !== FORMAT) throw new UnopenedError("format_unknown");
  const privateKey = keyring.get(vaultKeyId);
  if (!privateKey) throw new UnopenedError("vault_key_missing");
  const context = { info: new Uint8Array(infoOf(vaultKeyId)), aad: new Uint8Array(aadOf({ ...row, vaultKeyId })) };
  try {
    return new Secret(await openWith(privateKey, sealed, context));
  } catch {
    throw new UnopenedError("not_authentic");
  }
}

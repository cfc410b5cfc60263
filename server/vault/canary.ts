import "server-only";
import { infoOf } from "./binding.ts";
import { openWith, sealTo } from "./cipher.ts";
import { type Keyring, KeyringError } from "./keyring.ts";

const CANARY = Buffer.from("rozruch canary", "utf8");

type StoredVaultKey = { readonly id: string; readonly canary: Uint8Array };

const contextOf = (id: string) => ({
  info: new Uint8Array(infoOf(id)),
  aad: new Uint8Array(Buffer.from(`canary of ${id}`, "utf8")),
});

/** Known bytes sealed to a vault key: whoever can open them holds the right private half. */
export const sealCanary = (id: string, publicKey: Uint8Array): Promise<Buffer> =>
  sealTo(publicKey, CANARY, contextOf(id));

/** Found at start-up, so that a lost or mixed-up vault key never looks like a student's bad key. */
export async function assertOpens(keyring: Keyring, stored: readonly StoredVaultKey[]): Promise<void> {
  const unopened: string[] = [];
  for (const { id, canary } of stored) {
    if (!(await opens(keyring, id, canary))) unopened.push(id);
  }
  if (unopened.length > 0) {
    throw new KeyringError(`The keyring does not open these vault keys of the database: ${unopened.join(", ")}.`);
  }
}

async function opens(keyring: Keyring, id: string, canary: Uint8Array): Promise<boolean> {
  const privateKey = keyring.get(id);
  if (!privateKey) return false;
  const opened = await openWith(privateKey, canary, contextOf(id)).catch(() => null);
  return opened?.equals(CANARY) ?? false;
}

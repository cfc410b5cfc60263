import "server-only";
import { aadOf, type Binding, FORMAT, infoOf } from "./binding.ts";
import { sealTo } from "./cipher.ts";

export type SealedKey = { readonly format: number; readonly vaultKeyId: string; readonly bytes: Buffer };
export type SealingKey = { readonly id: string; readonly publicKey: Uint8Array };

/** Seals a key for one row. Whoever calls this cannot open the result: that takes the worker's private key. */
export async function sealKey(key: string, row: Omit<Binding, "vaultKeyId">, to: SealingKey): Promise<SealedKey> {
  const plaintext = Buffer.from(key, "utf8");
  try {
    const context = { info: new Uint8Array(infoOf(to.id)), aad: new Uint8Array(aadOf({ ...row, vaultKeyId: to.id })) };
    return { format: FORMAT, vaultKeyId: to.id, bytes: await sealTo(to.publicKey, plaintext, context) };
  } finally {
    plaintext.fill(0);
  }
}

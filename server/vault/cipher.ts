import "server-only";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";

/** RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

export const ENCAPSULATED_BYTES = 32;
const TAG_BYTES = 16;
export const PUBLIC_KEY_BYTES = 32;

type Context = { readonly info: Uint8Array<ArrayBuffer>; readonly aad: Uint8Array<ArrayBuffer> };

/** The encapsulated key, then the ciphertext with its tag. */
export async function sealTo(publicKey: Uint8Array, plaintext: Uint8Array, { info, aad }: Context): Promise<Buffer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(exactly(publicKey));
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, exactly(plaintext), aad);
  return Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
}

/** Throws when a bit of `sealed` or of the context differs from what was sealed. */
export async function openWith(privateKey: CryptoKey, sealed: Uint8Array, { info, aad }: Context): Promise<Buffer> {
  if (sealed.length <= ENCAPSULATED_BYTES + TAG_BYTES) throw new RangeError("sealed bytes are too short");
  const enc = exactly(sealed.subarray(0, ENCAPSULATED_BYTES));
  const ciphertext = exactly(sealed.subarray(ENCAPSULATED_BYTES));
  return Buffer.from(await suite.open({ recipientKey: privateKey, enc, info }, ciphertext, aad));
}

/** A copy whose buffer holds these bytes alone; a pooled Buffer's holds its neighbours too. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from "node:crypto";

/** What of RFC 9180 opens one message of base mode, written from the text with Node's own primitives: a second opinion. */
export type Message = {
  readonly enc: Buffer;
  readonly ciphertext: Buffer;
  readonly info: Buffer;
  readonly aad: Buffer;
};
type Recipient = { readonly privateKey: Buffer; readonly publicKey: Buffer };
/** Identifiers of section 7.3 with the key length that goes with each. */
export type Aead = { readonly id: number; readonly cipher: "aes-128-gcm" | "aes-256-gcm"; readonly keyBytes: number };

const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const SPKI = Buffer.from("302a300506032b656e032100", "hex");
const [KEM_X25519, KDF_SHA256, BASE_MODE, NONCE_BYTES, TAG_BYTES] = [0x0020, 0x0001, 0x00, 12, 16];

export function open(
  { enc, ciphertext, info, aad }: Message,
  { privateKey, publicKey }: Recipient,
  aead: Aead,
): Buffer {
  const kem = labelled(Buffer.concat([Buffer.from("KEM"), two(KEM_X25519)]));
  const hpke = labelled(Buffer.concat([Buffer.from("HPKE"), two(KEM_X25519), two(KDF_SHA256), two(aead.id)]));
  const extracted = kem.extract("", "eae_prk", agree(privateKey, enc));
  const shared = kem.expand(extracted, "shared_secret", Buffer.concat([enc, publicKey]), 32);
  const hashes = [hpke.extract("", "psk_id_hash", Buffer.alloc(0)), hpke.extract("", "info_hash", info)];
  const context = Buffer.concat([Buffer.of(BASE_MODE), ...hashes]);
  const secret = hpke.extract(shared, "secret", Buffer.alloc(0));
  const key = hpke.expand(secret, "key", context, aead.keyBytes);
  const decipher = createDecipheriv(aead.cipher, key, hpke.expand(secret, "base_nonce", context, NONCE_BYTES));
  decipher.setAAD(aad).setAuthTag(ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
}

function agree(privateKey: Buffer, publicKey: Buffer): Buffer {
  return diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.concat([PKCS8, privateKey]), format: "der", type: "pkcs8" }),
    publicKey: createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" }),
  });
}

/** LabeledExtract and LabeledExpand of section 4, for one suite and for at most one block of SHA-256. */
function labelled(suiteId: Buffer) {
  const hmac = (key: Buffer | string, ...parts: Buffer[]) =>
    createHmac("sha256", key).update(Buffer.concat(parts)).digest();
  const label = (text: string) => Buffer.concat([Buffer.from("HPKE-v1"), suiteId, Buffer.from(text)]);
  return {
    extract: (salt: Buffer | string, text: string, input: Buffer) => hmac(salt, label(text), input),
    expand: (key: Buffer, text: string, info: Buffer, length: number) =>
      hmac(key, two(length), label(text), info, Buffer.of(1)).subarray(0, length),
  };
}

const two = (number: number): Buffer => Buffer.of(number >> 8, number & 0xff);

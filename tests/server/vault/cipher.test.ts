import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { describe, expect, test } from "vitest";
import { openWith, sealTo, suite } from "#server/vault/cipher";
import { open } from "../../support/rfc9180.ts";

const hex = (text: string) => Buffer.from(text, "hex");

/** RFC 9180, appendix A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, first message. */
const A_1_1 = {
  info: hex("4f6465206f6e2061204772656369616e2055726e"),
  privateKey: hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
  publicKey: hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"),
  enc: hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
  aad: hex("436f756e742d30"),
  plaintext: hex("4265617574792069732074727574682c20747275746820626561757479"),
  ciphertext: hex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"),
};
const AES_128 = { id: 0x0001, cipher: "aes-128-gcm", keyBytes: 16 } as const;
const AES_256 = { id: 0x0002, cipher: "aes-256-gcm", keyBytes: 32 } as const;
const ENCAPSULATED_BYTES = 32;

const bytes = (buffer: Buffer) => new Uint8Array(buffer);
const context = { info: bytes(Buffer.from("info")), aad: bytes(Buffer.from("aad")) };

async function aVaultKey() {
  const pair = await suite.kem.generateKeyPair();
  const raw = {
    privateKey: Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey)),
    publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)),
  };
  return { ...pair, raw };
}

describe("the cipher", () => {
  test("the library opens the message of RFC 9180, A.1.1", async () => {
    const kem = new DhkemX25519HkdfSha256();
    const library = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const recipientKey = await kem.importKey("raw", bytes(A_1_1.privateKey).buffer, false);
    const params = { recipientKey, enc: bytes(A_1_1.enc).buffer, info: bytes(A_1_1.info) };
    const opened = await library.open(params, bytes(A_1_1.ciphertext).buffer, bytes(A_1_1.aad));
    expect(Buffer.from(opened)).toEqual(A_1_1.plaintext);
  });

  test("a second implementation, which opens A.1.1 too, opens what we seal with AES-256-GCM", async () => {
    expect(open(A_1_1, A_1_1, AES_128)).toEqual(A_1_1.plaintext);
    const { raw } = await aVaultKey();
    const sealed = await sealTo(raw.publicKey, Buffer.from("a key"), context);
    const message = {
      enc: sealed.subarray(0, ENCAPSULATED_BYTES),
      ciphertext: sealed.subarray(ENCAPSULATED_BYTES),
      info: Buffer.from(context.info),
      aad: Buffer.from(context.aad),
    };
    expect(open(message, raw, AES_256).toString()).toBe("a key");
  });

  test("opens what it has sealed, and seals the same key to other bytes each time", async () => {
    const { privateKey, raw } = await aVaultKey();
    const [one, other] = await Promise.all([1, 2].map(() => sealTo(raw.publicKey, Buffer.from("a key"), context)));
    expect(one).not.toEqual(other);
    expect((await openWith(privateKey, one ?? Buffer.of(), context)).toString()).toBe("a key");
  });

  test("the public half opens nothing", async () => {
    const { publicKey, raw } = await aVaultKey();
    const sealed = await sealTo(raw.publicKey, Buffer.from("a key"), context);
    await expect(openWith(publicKey, sealed, context)).rejects.toThrow();
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { suite } from "#server/vault/cipher";
import type { Keyring } from "#server/vault/keyring";
import { type OpenRefusal, openKey, type StoredSecret, UnopenedError } from "#server/vault/open";
import { type SealingKey, sealKey } from "#server/vault/seal";

const KEY = "sk-test-0123456789";
const ROW = { provider: "openai", userId: "user-1", credentialId: "credential-1", version: 1 };

let keyring: Keyring;
let first: SealingKey;
let second: SealingKey;
let stored: StoredSecret;

beforeAll(async () => {
  const pairs = await Promise.all([1, 2].map(() => suite.kem.generateKeyPair()));
  keyring = new Map(pairs.map(({ privateKey }, at) => [`w-${at}`, privateKey]));
  const publicKeys = await Promise.all(pairs.map(({ publicKey }) => suite.kem.serializePublicKey(publicKey)));
  const [one, two] = publicKeys.map((key, at) => ({ id: `w-${at}`, publicKey: new Uint8Array(key) }));
  if (!one || !two) throw new Error("two vault keys were made");
  [first, second] = [one, two];
  stored = await sealedTo(first);
});

async function sealedTo(to: SealingKey, key = KEY): Promise<StoredSecret> {
  const { format, vaultKeyId, bytes } = await sealKey(key, ROW, to);
  return { format, vaultKeyId, sealed: bytes };
}

async function refusalOf(secret: StoredSecret, row = ROW, ring = keyring): Promise<OpenRefusal | "opened"> {
  try {
    await openKey(secret, row, ring);
    return "opened";
  } catch (error) {
    if (error instanceof UnopenedError) return error.refusal;
    throw error;
  }
}

const withBytes = (sealed: Uint8Array): StoredSecret => ({ ...stored, sealed });

describe("a sealed key", () => {
  test("opens for its own row", async () => {
    expect((await openKey(stored, ROW, keyring)).use((key) => key)).toBe(KEY);
  });

  test("of any text and any row opens to the same text, and holds nothing of it", async () => {
    const key = fc.string({ minLength: 12, maxLength: 512 });
    await fc.assert(
      fc.asyncProperty(key, fc.string(), fc.nat(), async (text, userId, version) => {
        const row = { ...ROW, userId, version };
        const { format, vaultKeyId, bytes } = await sealKey(text, row, first);
        const opened = await openKey({ format, vaultKeyId, sealed: bytes }, row, keyring);
        expect(opened.use((lent) => lent)).toBe(text);
        expect(bytes.includes(Buffer.from(text))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["another student", { userId: "user-2" }],
    ["another credential", { credentialId: "credential-2" }],
    ["another provider", { provider: "other" }],
    ["a later version", { version: 2 }],
    ["fields that join to the same text", { provider: "openaiu", userId: "ser-1" }],
  ])("is refused for %s", async (_, change) => {
    expect(await refusalOf(stored, { ...ROW, ...change })).toBe("not_authentic");
  });

  test("T5: is refused under another vault key, and when two rows' bytes are swapped", async () => {
    expect(await refusalOf({ ...stored, vaultKeyId: second.id })).toBe("not_authentic");
    const other = { ...ROW, userId: "user-2", credentialId: "credential-2" };
    const { bytes } = await sealKey("sk-test-of-another", other, first);
    expect(await refusalOf(withBytes(bytes))).toBe("not_authentic");
    expect(await refusalOf(stored, other)).toBe("not_authentic");
  });

  test("T7: is refused with any single bit turned over", async () => {
    for (let bit = 0; bit < stored.sealed.length * 8; bit++) {
      const flipped = Buffer.from(stored.sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      // X25519 ignores the top bit of a public key, yet the key schedule has it in its context.
      expect([bit, await refusalOf(withBytes(flipped))]).toEqual([bit, "not_authentic"]);
    }
  });

  test("T7: is refused when it is cut short anywhere, or when anything is put behind it", async () => {
    for (let length = 0; length < stored.sealed.length; length++) {
      expect(await refusalOf(withBytes(stored.sealed.subarray(0, length)))).toBe("not_authentic");
    }
    for (const tail of [Buffer.of(0), Buffer.alloc(16), Buffer.from(stored.sealed)]) {
      expect(await refusalOf(withBytes(Buffer.concat([stored.sealed, tail])))).toBe("not_authentic");
    }
  });

  test("of an unknown format, or of a vault key that is not there, is refused before any cipher sees it", async () => {
    const unreadable = { ...stored, sealed: new Uint8Array(0) };
    expect(await refusalOf({ ...unreadable, format: 2 })).toBe("format_unknown");
    expect(await refusalOf({ ...unreadable, vaultKeyId: "w-9" })).toBe("vault_key_missing");
    expect(await refusalOf(unreadable, ROW, new Map())).toBe("vault_key_missing");
  });

  test("is refused without a word of what is in it", async () => {
    const error = await openKey(stored, { ...ROW, version: 2 }, keyring).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnopenedError);
    expect((error as Error).cause).toBeUndefined();
    expect(String(error)).not.toContain(KEY.slice(3, 12));
  });
});

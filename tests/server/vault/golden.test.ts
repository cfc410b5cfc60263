import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMAT } from "#server/vault/binding";
import { assertOpens } from "#server/vault/canary";
import { suite } from "#server/vault/cipher";
import { readKeyring } from "#server/vault/keyring";
import { openKey } from "#server/vault/open";

type Golden = {
  readonly format: number;
  readonly vaultKey: { readonly id: string; readonly private: string; readonly canary: string };
  readonly row: { provider: string; userId: string; credentialId: string; version: number };
  readonly sealed: string;
};

const fileOf = (format: number) => join(import.meta.dirname, `../../data/sealed-format-${format}.json`);
const read = (format: number) => JSON.parse(readFileSync(fileOf(format), "utf8")) as Golden;

/** What was sealed: put together here, so that no file has anything that looks like a key. */
const KEY = ["sk", "proj", "golden".repeat(8), "TEST"].join("-");

/** Of every form that keys were ever sealed in, one that was sealed then; such a file is never written again. */
const RELEASED = Array.from({ length: FORMAT }, (_, before) => before + 1);

describe("T31: what was sealed in format", () => {
  test.each(RELEASED)("%i is kept as it was then, and opens today", async (format) => {
    expect(existsSync(fileOf(format))).toBe(true);
    const { vaultKey, row, sealed, ...golden } = read(format);
    expect(golden.format).toBe(format);
    const raw = new Uint8Array(Buffer.from(vaultKey.private, "base64url")).buffer;
    const keyring = new Map([[vaultKey.id, await suite.kem.importKey("raw", raw, false)]]);
    const stored = { format, vaultKeyId: vaultKey.id, sealed: Buffer.from(sealed, "base64") };
    expect((await openKey(stored, row, keyring)).use((key) => key)).toBe(KEY);
    await assertOpens(keyring, [{ id: vaultKey.id, canary: Buffer.from(vaultKey.canary, "base64") }]);
  });

  test.each(RELEASED)("%i has a vault key that everybody can read, so no keyring takes it", async (format) => {
    const folder = await mkdtemp(join(tmpdir(), "golden-"));
    const file = join(folder, "keyring.json");
    const { id, private: encoded } = read(format).vaultKey;
    await writeFile(file, JSON.stringify({ keys: [{ id, private: encoded }] }), { mode: 0o600 });
    await expect(readKeyring(file)).rejects.toThrow("is a published example");
    await rm(folder, { recursive: true });
  });
});

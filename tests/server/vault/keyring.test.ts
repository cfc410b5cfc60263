import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { storedKeyOf } from "#server/credential/queries";
import { assertOpens } from "#server/vault/canary";
import { KeyringError, readKeyring } from "#server/vault/keyring";
import { createVaultKey } from "../../../scripts/vault/keys.ts";
import { aStudent } from "../../support/cast.ts";
import { aKey, paste } from "../../support/keys.ts";
import { addressOf, ownerDatabase } from "../../support/roles.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyring-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Entry = { id: string; private: string };
const anEntry = (id: string): Entry => ({ id, private: randomBytes(32).toString("base64url") });

async function aFile(content: unknown, mode = 0o600): Promise<string> {
  const file = join(folder, randomBytes(6).toString("hex"));
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content), { mode });
  await chmod(file, mode);
  return file;
}

const storedKeys = () => ownerDatabase().vaultKey.findMany({ select: { id: true, canary: true } });

describe("the keyring file", () => {
  test("gives each vault key under its id, in a form that cannot be exported", async () => {
    const keyring = await readKeyring(await aFile({ keys: [anEntry("w-1"), anEntry("w-2")] }));
    expect([...keyring.keys()]).toEqual(["w-1", "w-2"]);
    for (const key of keyring.values()) expect(key.extractable).toBe(false);
  });

  test.each([
    ["is no JSON", "not json", /no vault keyring/],
    ["holds no key", { keys: [] }, /no vault keyring/],
    ["holds a key of the wrong length", { keys: [{ id: "w-1", private: "c2hvcnQ" }] }, /wrong length/],
    ["names a vault key twice", { keys: [anEntry("w-1"), anEntry("w-1")] }, /names a vault key twice/],
    ["holds a key of zeros", { keys: [{ id: "w-1", private: Buffer.alloc(32).toString("base64url") }] }, /w-1 is not/],
    [
      "holds one repeated byte",
      { keys: [{ id: "w-1", private: Buffer.alloc(32, 7).toString("base64url") }] },
      /w-1 is not/,
    ],
  ])("is refused when it %s", async (_, content, words) => {
    const error = await readKeyring(await aFile(content)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeyringError);
    expect(String(error)).toMatch(words);
  });

  test.each([0o604, 0o640, 0o606, 0o644])("is refused when others can read or write it: mode %i", async (mode) => {
    await expect(readKeyring(await aFile({ keys: [anEntry("w-1")] }, mode))).rejects.toThrow(/chmod 600/);
  });

  test("that is not there is told with its path and with the command that makes one", async () => {
    await expect(readKeyring(join(folder, "none.json"))).rejects.toThrow(/none\.json.*npm run vault/s);
  });

  test("of a refusal quotes none of its keys", async () => {
    const entry = anEntry("w-1");
    const error = await readKeyring(await aFile({ keys: [entry, entry] })).catch(String);
    expect(error).not.toContain(entry.private);
  });

  test("as `vault new` writes it is closed to others, and keeps the keys that it had", async () => {
    const file = join(folder, "new.json");
    await copyFile(inject("cluster").keyringFile, file);
    const id = await createVaultKey(addressOf("owner"), file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const keyring = await readKeyring(file);
    expect(keyring.size).toBe(2);
    await assertOpens(keyring, await storedKeys());
    expect((await ownerDatabase().vaultKey.findUniqueOrThrow({ where: { id } })).state).toBe("created");
  });
});

describe("the canary", () => {
  test("is opened by the keyring of the installation", async () => {
    await assertOpens(await readKeyring(inject("cluster").keyringFile), (await storedKeys()).slice(0, 1));
  });

  test("finds a vault key that the keyring does not have, and one that is another under the same name", async () => {
    const [stored] = await storedKeys();
    if (!stored) throw new Error("the template has a vault key");
    const stranger = await readKeyring(await aFile({ keys: [anEntry("w-9")] }));
    await expect(assertOpens(stranger, [stored])).rejects.toThrow(KeyringError);
    const impostor = await readKeyring(await aFile({ keys: [anEntry(stored.id)] }));
    await expect(assertOpens(impostor, [stored])).rejects.toThrow(stored.id);
  });

  test("of one vault key does not stand for another", async () => {
    const [stored] = await storedKeys();
    if (!stored) throw new Error("the template has a vault key");
    const keyring = await readKeyring(inject("cluster").keyringFile);
    const renamed = new Map([["w-other", [...keyring.values()][0] as CryptoKey]]);
    await expect(assertOpens(renamed, [{ ...stored, id: "w-other" }])).rejects.toThrow("w-other");
  });
});

describe("without an active vault key", () => {
  test("the web stores nothing, and says to the operator what makes one", async () => {
    await ownerDatabase().vaultKey.updateMany({ data: { state: "opening" } });
    const { student } = await aStudent();
    await expect(paste(student, aKey())).rejects.toThrow("npm run vault");
    expect(await storedKeyOf(student)).toBeNull();
    expect(await ownerDatabase().credentialSecret.count()).toBe(0);
  });
});

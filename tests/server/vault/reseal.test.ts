import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { readKeyring } from "#server/vault/keyring";
import { openKey } from "#server/vault/open";
import { sealKey } from "#server/vault/seal";
import { connected } from "../../../scripts/database/connection.ts";
import { reseal } from "../../../scripts/vault/reseal.ts";
import { aStudent, cast } from "../../support/cast.ts";
import { aKey } from "../../support/keys.ts";
import { addressOf, ownerDatabase } from "../../support/roles.ts";
import { activated, activeKey, aVault } from "../../support/vault.ts";

const own = aVault();
const QUIET = { start: () => undefined, add: () => undefined, end: () => undefined };

/** What a student has stored, sealed to the vault key that was active then. */
async function aStoredKey(key = aKey()) {
  const { student } = await aStudent();
  const { id } = await cast().aSealedKey(student.id, { key });
  return { key, userId: student.id, credentialId: id };
}

type Stored = Awaited<ReturnType<typeof aStoredKey>>;

async function openedOf({ userId, credentialId }: Stored): Promise<string> {
  const row = await ownerDatabase().credentialSecret.findUniqueOrThrow({ where: { credentialId } });
  const binding = { provider: "openai", userId, credentialId, version: row.version };
  return (await openKey(row, binding, await readKeyring(own.keyringFile))).use((key) => key);
}

/** The second version of a stored key, written over the first one by `client`. */
async function replace(client: pg.Client, { userId, credentialId }: Stored, key: string): Promise<void> {
  const to = await activeKey();
  const sealed = await sealKey(key, { provider: "openai", userId, credentialId, version: 2 }, to);
  await client.query("UPDATE api_credential SET version = 2 WHERE id = $1", [credentialId]);
  await client.query("DELETE FROM credential_secret WHERE credential_id = $1", [credentialId]);
  await client.query(
    "INSERT INTO credential_secret (credential_id, version, format, vault_key_id, sealed) VALUES ($1, 2, $2, $3, $4)",
    [credentialId, sealed.format, sealed.vaultKeyId, sealed.bytes],
  );
}

/** A connection on which something comes between the opening of a batch and its writing, as if no lock had held it off. */
class Interrupted extends pg.Client {
  between: (() => Promise<void>) | undefined;

  // biome-ignore lint/suspicious/noExplicitAny: it passes on whatever the driver takes
  override query(...words: any[]): any {
    const between = /^UPDATE credential_secret/.test(words[0]) ? this.between : undefined;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const query = (): any => (super.query as any)(...words);
    if (!between) return query();
    this.between = undefined;
    return between().then(query);
  }
}

describe("T27: while a batch is sealed anew", () => {
  let next: string;
  beforeEach(async () => {
    next = await own.newKey();
  });

  test("a key that its student replaces all the same is the one that stays, and opens", async () => {
    const stored = await aStoredKey();
    await activated(next);
    const newer = aKey();
    const client = new Interrupted({ connectionString: addressOf("owner") });
    await client.connect();
    client.between = () => replace(client, stored, newer);
    await reseal(client, await readKeyring(own.keyringFile), { to: next, batch: 10 }, QUIET);
    await client.end();
    expect(client.between).toBeUndefined();
    expect(await openedOf(stored)).toBe(newer);
  });

  test("a row that somebody holds holds up no other, and is sealed as soon as it is let go", async () => {
    const [held, free] = [await aStoredKey(), await aStoredKey()];
    await activated(next);
    const at = async ({ credentialId }: Stored) =>
      (await ownerDatabase().credentialSecret.findUniqueOrThrow({ where: { credentialId } })).vaultKeyId;
    const keyring = await readKeyring(own.keyringFile);
    await connected(addressOf("owner"), async (holder) => {
      await holder.query("BEGIN");
      await holder.query("SELECT 1 FROM credential_secret WHERE credential_id = $1 FOR UPDATE", [held.credentialId]);
      const sealing = connected(addressOf("owner"), (client) =>
        reseal(client, keyring, { to: next, batch: 10 }, QUIET),
      );
      await expect.poll(() => at(free), { timeout: 5_000 }).toBe(next);
      expect(await at(held)).not.toBe(next);
      await holder.query("COMMIT");
      expect(await sealing).toMatchObject({ unopened: [], left: 0 });
    });
    expect([await openedOf(held), await openedOf(free)]).toEqual([held.key, free.key]);
  });
});

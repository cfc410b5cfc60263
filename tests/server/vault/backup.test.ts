import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { roleAddress } from "../../../scripts/database/roles.ts";
import { type Backup, backUp, drop, restore } from "../../support/backup.ts";
import { aStudent } from "../../support/cast.ts";
import { pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { addressOf, rowsAs } from "../../support/roles.ts";
import { activated, activeKey, aVault, rested } from "../../support/vault.ts";
import { startWorker } from "../../support/worker.ts";

const own = aVault();
const provider = aProvider();

let backup: Backup;
const restored: string[] = [];

async function restoredDatabase(): Promise<string> {
  const address = await restore(addressOf("owner"), backup);
  restored.push(address);
  return address;
}

/** The worker over a restored database, with this keyring. */
const workerOver = (owner: string, keyringFile: string) =>
  startWorker({
    DATABASE_URL: roleAddress(owner, "worker", inject("cluster").passwords),
    VAULT_KEYRING_FILE: keyringFile,
    OPENAI_BASE_URL: provider.simulator.url,
  });

beforeAll(async () => {
  for (let at = 0; at < 3; at++) await pasteFor((await aStudent()).student, "good");
  backup = await backUp(addressOf("owner"));
});
afterAll(async () => {
  for (const address of restored) await drop(address);
});

describe("the drill: a backup in a new database", () => {
  test("with the keyring: the worker starts, and every stored key opens", async () => {
    const database = await restoredDatabase();
    const worker = workerOver(database, own.keyringFile);
    await worker.started;
    await worker.stop();
    const verified = own.vaultOf(database)("verify");
    expect([await verified.exited, verified.output()]).toEqual([0, expect.stringContaining("3 of 3 stored keys open")]);
  });

  test("T22: with another keyring: the worker refuses and names the vault key, takes no job, and says nothing to a student", async () => {
    const database = await restoredDatabase();
    const file = `${own.keyringFile}.other`;
    const entry = { id: "w-other", private: randomBytes(32).toString("base64url") };
    await writeFile(file, JSON.stringify({ keys: [entry] }), { mode: 0o600 });
    const before = await backUp(database);
    const worker = workerOver(database, file);
    await expect(worker.started).rejects.toThrow();
    expect(await worker.exited).toBe(1);
    expect(worker.output()).toContain((await activeKey()).id);
    expect(worker.output()).not.toMatch(/\n\s+at /);
    expect(await backUp(database)).toEqual(before);
    expect(provider.simulator.requests).toEqual([]);
    const verified = own.vaultOf(database, file)("verify");
    expect([await verified.exited, verified.output()]).toEqual([1, expect.stringContaining("0 of 3 stored keys open")]);
  });

  test("T21: from before a vault key was destroyed: nothing opens, the worker names it, and `abandon` asks for the keys again", async () => {
    const old = await activeKey();
    await activated(await own.newKey());
    await own.vault("reseal", "--to", (await activeKey()).id).exited;
    await rested(old.id);
    for (const words of [["retire"], ["destroy", "--yes"]]) {
      const [command = "", ...more] = words;
      expect(await own.vault(command, old.id, ...more).exited).toBe(0);
    }
    const database = await restoredDatabase();
    const verified = own.vaultOf(database)("verify");
    expect([await verified.exited, verified.output()]).toEqual([1, expect.stringContaining("0 of 3 stored keys open")]);
    const worker = workerOver(database, own.keyringFile);
    await expect(worker.started).rejects.toThrow(`does not open these vault keys of the database: ${old.id}`);

    expect(await own.vaultOf(database)("abandon", old.id, "--yes").exited).toBe(0);
    const after = await backUp(database);
    const credentials = JSON.parse(after.get("api_credential") ?? "") as { deleted_at: string | null }[];
    expect(credentials.map(({ deleted_at }) => deleted_at !== null)).toEqual([true, true, true]);
    expect(after.get("credential_secret")).toBe("[]");
    expect((await rowsAs("owner", "SELECT 1 FROM credential_secret")).length).toBe(3);
    const again = workerOver(database, own.keyringFile);
    await again.started;
    await again.stop();
  });
});

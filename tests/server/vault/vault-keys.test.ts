import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { storedKeyOf } from "#server/credential/queries";
import { readKeyring } from "#server/vault/keyring";
import { forgetSealingKey } from "#server/vault/sealing-key";
import { aStudent } from "../../support/cast.ts";
import { aKey, liveTestOf, paste } from "../../support/keys.ts";
import { ownerDatabase, rowsAs } from "../../support/roles.ts";
import { activated, activeKey, aVault, stateOf } from "../../support/vault.ts";

const own = aVault();
const newKey = own.newKey;

let first: string;
beforeAll(async () => {
  first = (await activeKey()).id;
  for (let at = 0; at < 3; at++) await paste((await aStudent()).student, aKey());
});

describe("a vault key", () => {
  test("is not activated before every running worker holds it", async () => {
    const next = await newKey();
    const data = { workerId: randomUUID(), vaultKeys: [first] };
    const { workerId } = await ownerDatabase().workerHeartbeat.create({ data });
    await expect(activated(next)).rejects.toThrow("cannot open with");
    expect(await stateOf(next)).toBe("created");
    await ownerDatabase().workerHeartbeat.update({ where: { workerId }, data: { vaultKeys: [first, next] } });
    expect(await activated(next)).toBe("activated");
    expect(await activated(next)).toBe("was active");
    await ownerDatabase().workerHeartbeat.delete({ where: { workerId } });
    expect(await own.vault("reseal", "--to", next).exited).toBe(0);
  });

  test("is retired only when it has rested and nothing needs it, and destroyed only when it is retired", async () => {
    const old = await activeKey();
    const next = await newKey();
    await activated(next);
    const refused = async (...words: string[]) => {
      const run = own.vault(...words);
      expect(await run.exited).toBe(1);
      return run.output();
    };
    expect(await refused("retire", old.id)).toContain("Wait a minute");
    await ownerDatabase().vaultKey.update({ where: { id: old.id }, data: { stateAt: new Date(Date.now() - 120_000) } });
    expect(await refused("retire", old.id)).toMatch(/still seals \d+/);
    expect(await refused("retire", next)).toContain("is active");
    expect(await refused("destroy", old.id, "--yes")).toContain("only a retired");
    expect(await own.vault("reseal", "--to", next).exited).toBe(0);
    expect(await own.vault("retire", old.id).exited).toBe(0);
    expect(await refused("destroy", old.id)).toContain("--yes");
    expect(await own.vault("destroy", old.id, "--yes").exited).toBe(0);
    expect(await stateOf(old.id)).toBe("destroyed");
    expect(await readFile(own.keyringFile, "utf8")).not.toContain(`"${old.id}"`);
    const status = own.vault("status");
    expect([await status.exited, status.output()]).toEqual([0, expect.stringMatching(new RegExp(`${old.id}.*gone`))]);
  });

  test("that has been retired seals no more, also for somebody who still has it in mind", async () => {
    const { student } = await aStudent();
    forgetSealingKey();
    await paste(student, aKey());
    const old = await activeKey();
    const next = await newKey();
    await activated(next);
    expect(await own.vault("reseal", "--to", next).exited).toBe(0);
    await ownerDatabase().vaultKey.update({ where: { id: old.id }, data: { state: "retired" } });
    await expect(
      rowsAs("web", "INSERT INTO credential_secret VALUES (gen_random_uuid(), 1, 1, $1, '')", [old.id]),
    ).rejects.toThrow("seals no more");
    // The web still has the old one in mind: it looks again, and the key is saved.
    await paste(student, aKey());
    const { credentialId } = await ownerDatabase().accessTest.findUniqueOrThrow({
      where: { id: await liveTestOf(student) },
    });
    const { vaultKeyId } = await ownerDatabase().credentialSecret.findUniqueOrThrow({ where: { credentialId } });
    expect(vaultKeyId).toBe(next);
  });

  test("T21: that is destroyed opens no older dump; abandoned, its students are asked for their keys again", async () => {
    const old = await activeKey();
    const { student } = await aStudent();
    forgetSealingKey();
    await paste(student, aKey());
    const dump = await ownerDatabase().credentialSecret.findMany({ where: { vaultKeyId: old.id } });
    const next = await newKey();
    await activated(next);
    forgetSealingKey();
    expect(await own.vault("reseal", "--to", next).exited).toBe(0);
    await ownerDatabase().vaultKey.update({ where: { id: old.id }, data: { stateAt: new Date(0) } });
    expect(await own.vault("retire", old.id).exited).toBe(0);
    expect(await own.vault("destroy", old.id, "--yes").exited).toBe(0);

    // The dump comes back, as it was: its rows and the state of its vault key.
    await ownerDatabase().vaultKey.update({ where: { id: old.id }, data: { state: "opening" } });
    await ownerDatabase().credentialSecret.deleteMany();
    await ownerDatabase().credentialSecret.createMany({ data: dump });
    const verified = own.vault("verify");
    expect([await verified.exited, verified.output()]).toEqual([1, expect.stringContaining(`0 of ${dump.length}`)]);

    expect(await own.vault("abandon", old.id, "--yes").exited).toBe(0);
    expect(await storedKeyOf(student)).toBeNull();
    expect(await ownerDatabase().credentialSecret.count()).toBe(0);
    expect(await own.vault("status").exited).toBe(0);
  });

  test("changes leave a line in the audit trail each, and nothing of a private half", async () => {
    const events = await ownerDatabase().auditEvent.findMany({
      where: { kind: { startsWith: "vault_key." } },
      select: { kind: true, facts: true },
    });
    const kinds = new Set(events.map(({ kind }) => kind.slice("vault_key.".length)));
    expect([...kinds].sort()).toEqual(["abandoned", "activated", "created", "destroyed", "resealed", "retired"]);
    const { keys: entries } = JSON.parse(await readFile(own.keyringFile, "utf8")) as { keys: { private: string }[] };
    for (const entry of entries) expect(JSON.stringify(events)).not.toContain(entry.private);
  });
});

describe("T22: a keyring", () => {
  test("with a published example in place of a key is refused", async () => {
    const file = `${own.keyringFile}.example`;
    // RFC 9180, appendix A.1.1: the recipient's private key.
    const published = "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8";
    const entry = { id: "w-example", private: Buffer.from(published, "hex").toString("base64url") };
    await writeFile(file, JSON.stringify({ keys: [entry] }), { mode: 0o600 });
    await expect(readKeyring(file)).rejects.toThrow("w-example is a published example");
  });
});

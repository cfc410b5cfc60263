import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { runAccessTest } from "#server/access-test/run";
import { readKeyring } from "#server/vault/keyring";
import { openKey } from "#server/vault/open";
import { sealKey } from "#server/vault/seal";
import { forgetSealingKey } from "#server/vault/sealing-key";
import { aStudent, cast } from "../../support/cast.ts";
import { aKey, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { verdictsOf } from "../../support/runs.ts";
import { activated, activeKey, aVault, stateOf } from "../../support/vault.ts";

const own = aVault();
aProvider();

const ROWS = 400;
let first: string;
/** What each of many students has stored, by credential. */
const keys = new Map<string, { userId: string; key: string }>();

/** Many students' keys, as the web seals them, without their tests. */
async function manyKeys(count: number): Promise<void> {
  const to = await activeKey();
  const cohort = await cast().aCohort();
  for (let at = 0; at < count; at++) {
    const key = aKey();
    const user = { email: `many-${randomBytes(6).toString("hex")}@example.com`, name: `Osoba ${at}` };
    const { id: userId } = await ownerDatabase().user.create({ data: user });
    await ownerDatabase().enrolment.create({ data: { cohortId: cohort.id, userId, role: "student" } });
    const data = { userId, provider: "openai", kind: "project" };
    const { id } = await ownerDatabase().apiCredential.create({ data });
    const sealed = await sealKey(key, { provider: "openai", userId, credentialId: id, version: 1 }, to);
    await ownerDatabase().credentialSecret.create({
      data: {
        ...{ credentialId: id, version: 1, format: sealed.format, vaultKeyId: sealed.vaultKeyId },
        sealed: new Uint8Array(sealed.bytes),
      },
    });
    keys.set(id, { userId, key });
  }
}

/** How many of the many rows open to the very key of their student. */
async function rightOnes(): Promise<number> {
  const keyring = await readKeyring(own.keyringFile);
  let right = 0;
  for (const row of await ownerDatabase().credentialSecret.findMany()) {
    const owner = keys.get(row.credentialId);
    if (!owner) continue;
    const binding = { provider: "openai", userId: owner.userId, credentialId: row.credentialId, version: row.version };
    right += (await openKey(row, binding, keyring)).use((key) => (key === owner.key ? 1 : 0));
  }
  return right;
}

beforeAll(async () => {
  first = (await activeKey()).id;
  await manyKeys(ROWS);
});

describe("T27: rotation", () => {
  test("of many keys, killed half-way and run twice at once, with saves and tests going on, loses none and opens none for the wrong row", async () => {
    const next = await own.newKey();
    await activated(next);
    forgetSealingKey();
    expect([await stateOf(first), await stateOf(next)]).toEqual(["opening", "active"]);

    const killed = own.vault("reseal", "--to", next, "--batch", "10");
    await expect.poll(() => countAt(next), { timeout: 20_000, interval: 20 }).toBeGreaterThan(20);
    killed.kill();
    await killed.exited;
    expect(await countAt(first)).toBeGreaterThan(0);
    expect(await rightOnes()).toBe(ROWS);

    const runs = [
      own.vault("reseal", "--to", next, "--batch", "25"),
      own.vault("reseal", "--to", next, "--batch", "25"),
    ];
    const keyring = await readKeyring(own.keyringFile);
    for (let at = 0; at < 6; at++) {
      const { student } = await aStudent();
      const testId = await pasteFor(student, "good");
      await asWorker(() => runAccessTest(testId, keyring, new AbortController().signal));
      expect((await verdictsOf(student))[0]).toBe("passed");
    }
    expect(await Promise.all(runs.map(({ exited }) => exited))).toEqual([0, 0]);
    expect(await countAt(first)).toBe(0);
    expect(await rightOnes()).toBe(ROWS);

    const verified = own.vault("verify");
    expect([await verified.exited, verified.output()]).toEqual([
      0,
      expect.stringContaining(`${ROWS + 6} of ${ROWS + 6}`),
    ]);
    for (const { key } of keys.values()) expect(verified.output()).not.toContain(key.slice(8, 20));
    const again = own.vault("reseal", "--to", next);
    expect([await again.exited, again.output()]).toEqual([0, expect.stringContaining("Sealed 0 stored key(s)")]);
  });

  test("leaves a row that does not open as it is, names it, and fails", async () => {
    const [credentialId = ""] = keys.keys();
    const before = await ownerDatabase().credentialSecret.findUniqueOrThrow({ where: { credentialId } });
    const broken = new Uint8Array(before.sealed);
    broken[40] = (broken[40] ?? 0) ^ 1;
    await ownerDatabase().credentialSecret.update({ where: { credentialId }, data: { sealed: broken } });
    const next = await own.newKey();
    await activated(next);
    const run = own.vault("reseal", "--to", next);
    expect(await run.exited).toBe(1);
    expect(run.output()).toContain(credentialId);
    const after = await ownerDatabase().credentialSecret.findUniqueOrThrow({ where: { credentialId } });
    expect(Buffer.from(after.sealed)).toEqual(Buffer.from(broken));
    const verified = own.vault("verify");
    expect([await verified.exited, verified.output()]).toEqual([1, expect.stringContaining(credentialId)]);
    await ownerDatabase().credentialSecret.update({ where: { credentialId }, data: { sealed: before.sealed } });
    expect(await own.vault("reseal", "--to", next).exited).toBe(0);
  });

  test("only says what it would do in a dry run, and refuses a vault key that is not active or not there", async () => {
    const next = await own.newKey();
    for (const [id, words] of [
      [next, "is created: activate it first"],
      ["w-none", "There is no vault key w-none"],
    ] as const) {
      const run = own.vault("reseal", "--to", id);
      expect([await run.exited, run.output()]).toEqual([1, expect.stringContaining(words)]);
    }
    await activated(next);
    const dry = own.vault("reseal", "--to", next, "--dry-run");
    expect([await dry.exited, dry.output()]).toEqual([
      0,
      expect.stringMatching(/\d{3} stored key\(s\) would be sealed/),
    ]);
    expect(await countAt(next)).toBe(0);
    expect(await own.vault("reseal", "--to", next).exited).toBe(0);
  });
});

async function countAt(vaultKeyId: string): Promise<number> {
  return ownerDatabase().credentialSecret.count({ where: { vaultKeyId } });
}

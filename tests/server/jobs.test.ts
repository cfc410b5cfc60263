import { chmod, copyFile, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { healthOf } from "#server/health/queries";
import { requestSignIn } from "#server/sign-in/commands";
import { waitForProvider } from "#server/waiting/commands";
import { aStudent } from "../support/cast.ts";
import { dump } from "../support/dump.ts";
import { aKey, anIp, aRefusal, endTests, liveTestOf, paste, pasteFor } from "../support/keys.ts";
import { tracesIn } from "../support/leftovers.ts";
import { aMailbox } from "../support/mailbox.ts";
import { aProvider } from "../support/provider.ts";
import { ownerDatabase, rowsAs } from "../support/roles.ts";
import { testRow, verdictsOf } from "../support/runs.ts";
import { startWorker, type Worker } from "../support/worker.ts";

const provider = aProvider();
const mailbox = aMailbox();
let worker: Worker;

beforeAll(async () => {
  worker = startWorker();
  await worker.started;
});
afterAll(() => worker.stop());

const until = (isSo: () => Promise<unknown>, timeout: number) => vi.waitFor(isSo, { timeout, interval: 100 });
const hanging = () => provider.simulator.requests.filter(({ situation }) => situation === "hangs");
const ended = async (id: string) => expect((await testRow(id)).ending).toBe("completed");

describe("the worker", () => {
  test("runs what the web has asked for, in a process and under a role of its own", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    await until(() => ended(id), 10_000);
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]);
  });

  test("sends the sign-in mail that the web has asked for", async () => {
    const { email } = await aStudent();
    await requestSignIn(email, { ip: anIp(), isKnown: false });
    await until(async () => expect(mailbox.letterTo(email)).toContain("/login/confirm#t="), 10_000);
  });

  test("starts a re-test within three seconds of its time", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await endTests(student);
    await aRefusal(student, "openai.credits");
    await waitForProvider(student, "openai.credits");
    const due = Date.now() + 1_500;
    await rowsAs("owner", "UPDATE pgboss.job SET start_after = $2 WHERE data->>'userId' = $1 AND name = 'retest'", [
      student.id,
      new Date(due),
    ]);
    await until(
      () => ownerDatabase().accessTest.findFirstOrThrow({ where: { userId: student.id, trigger: "waiting" } }),
      8_000,
    );
    const { requestedAt } = await ownerDatabase().accessTest.findFirstOrThrow({
      where: { userId: student.id, trigger: "waiting" },
    });
    expect(requestedAt.getTime() - due).toBeGreaterThanOrEqual(0);
    expect(requestedAt.getTime() - due).toBeLessThan(3_000);
  });

  test("says that it is alive, and its log has no key, no address and no word of the provider's", async () => {
    const { student, email } = await aStudent();
    const key = aKey();
    await paste(student, key);
    const id = await liveTestOf(student);
    await until(() => ended(id), 10_000);
    expect((await healthOf(new Date())).worker).toBe("up");
    const text = `${worker.output()}\n${await dump()}`;
    expect(tracesIn(text, key)).toEqual([]);
    expect(worker.output()).not.toContain(email);
    expect(worker.output()).not.toContain("Incorrect API key");
    expect(worker.output()).toContain("check.finished");
  });

  test("T24: that is killed in the middle of a test is taken over within thirty seconds, and asks at most once more", {
    timeout: 60_000,
  }, async () => {
    const { student } = await aStudent();
    await worker.kill();
    const doomed = startWorker();
    await doomed.started;
    const id = await pasteFor(student, "hangs");
    const callsMade = (count: number) => until(async () => expect(hanging()).toHaveLength(count), 10_000);
    await callsMade(1);
    await doomed.kill();
    const killedAt = Date.now();
    worker = startWorker();
    await until(async () => expect((await testRow(id)).attempt).toBe(2), 40_000);
    expect(Date.now() - killedAt).toBeLessThan(30_000);
    await callsMade(2);
    await endTests(student);
  });
});

describe("T22: a worker whose vault key is not the database's", () => {
  async function refusalWith(keyring: string): Promise<string> {
    const refused = startWorker({ VAULT_KEYRING_FILE: keyring });
    await expect(refused.started).rejects.toThrow();
    return refused.output();
  }

  test("does not start, names the vault key or the file, and shows no stack", async () => {
    const folder = await mkdtemp(join(tmpdir(), "keyring-"));
    const [open, other] = [join(folder, "open.json"), join(folder, "other.json")];
    await copyFile(inject("cluster").keyringFile, open);
    await chmod(open, 0o644);
    await writeFile(
      other,
      JSON.stringify({
        keys: [{ id: "w-1", private: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url") }],
      }),
      { mode: 0o600 },
    );
    const words = await Promise.all([refusalWith(join(folder, "none.json")), refusalWith(open), refusalWith(other)]);
    expect(words[0]).toMatch(/There is no vault keyring at .*none\.json/);
    expect(words[1]).toMatch(/can be read by other users/);
    expect(words[2]).toMatch(/does not open these vault keys of the database: w-\d{4}-\d{2}/);
    for (const text of words) expect(text).not.toMatch(/\n\s+at /);
  });
});

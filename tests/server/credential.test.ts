import { describe, expect, test } from "vitest";
import { readKey } from "#domain/credential/key-reading";
import { forgetKey, storeKey } from "#server/credential/commands";
import { keyUsesOf, storedKeyOf } from "#server/credential/queries";
import { aStudent } from "../support/cast.ts";
import { dump } from "../support/dump.ts";
import { aKey, anIp, liveTestOf, paste } from "../support/keys.ts";
import { tracesIn } from "../support/leftovers.ts";
import { ownerDatabase, rowsAs } from "../support/roles.ts";

/** Everything that a saved key leaves behind. */
async function traceOf(userId: string) {
  const credentials = await ownerDatabase().apiCredential.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
  });
  const secrets = await ownerDatabase().credentialSecret.findMany({
    where: { credentialId: { in: credentials.map(({ id }) => id) } },
  });
  const tests = await ownerDatabase().accessTest.findMany({ where: { userId }, orderBy: { id: "asc" } });
  const jobs = await rowsAs("owner", "SELECT data FROM pgboss.job WHERE data->>'testId' = ANY($1)", [
    tests.map(({ id }) => id),
  ]);
  const events = await ownerDatabase().auditEvent.findMany({ where: { subjectId: userId }, orderBy: { id: "asc" } });
  return { credentials, secrets, tests, jobs, events: events.map(({ kind }) => kind) };
}

const live = <Row extends { finishedAt: Date | null }>(tests: readonly Row[]) =>
  tests.filter(({ finishedAt }) => !finishedAt);

describe("saving a key", () => {
  test("seals it and starts its test in one commit", async () => {
    const { student } = await aStudent();
    expect(await paste(student, aKey())).toEqual({ ok: true, value: { replaced: false } });
    const { credentials, secrets, tests, jobs, events } = await traceOf(student.id);
    expect(credentials).toMatchObject([{ version: 1, kind: "project", deletedAt: null }]);
    expect(secrets).toMatchObject([{ credentialId: credentials[0]?.id, version: 1, format: 1 }]);
    expect(tests).toMatchObject([{ credentialVersion: 1, trigger: "saved", imageConsent: false, finishedAt: null }]);
    expect(jobs).toEqual([{ data: { testId: tests[0]?.id } }]);
    expect(events).toEqual(["credential.saved"]);
  });

  test("leaves nothing at all when its job cannot be written", async () => {
    const { student } = await aStudent();
    await rowsAs("owner", "REVOKE INSERT ON pgboss.job, pgboss.job_common FROM rozruch_web");
    await expect(paste(student, aKey())).rejects.toThrow();
    await rowsAs("owner", "GRANT INSERT ON pgboss.job, pgboss.job_common TO rozruch_web");
    expect(await traceOf(student.id)).toEqual({ credentials: [], secrets: [], tests: [], jobs: [], events: [] });
    expect(await storedKeyOf(student)).toBeNull();
  });

  test("again replaces it: one version up, the old bytes gone, the old test ended", async () => {
    const { student } = await aStudent();
    await paste(student, aKey());
    const before = await traceOf(student.id);
    expect(await paste(student, aKey())).toEqual({ ok: true, value: { replaced: true } });
    const after = await traceOf(student.id);
    expect(after.credentials).toMatchObject([{ id: before.credentials[0]?.id, version: 2 }]);
    expect(after.secrets).toHaveLength(1);
    expect(after.secrets[0]?.version).toBe(2);
    expect(after.secrets[0]?.sealed).not.toEqual(before.secrets[0]?.sealed);
    expect(after.tests).toMatchObject([
      { credentialVersion: 1, ending: "cancelled" },
      { credentialVersion: 2, finishedAt: null },
    ]);
    expect(after.events).toEqual(["credential.saved", "credential.replaced"]);
  });

  test("from two tabs at once gives one row, one secret and one live test", async () => {
    const { student } = await aStudent();
    const saved = await Promise.all([paste(student, aKey()), paste(student, aKey()), paste(student, aKey())]);
    expect(saved.every(({ ok }) => ok)).toBe(true);
    const { credentials, secrets, tests } = await traceOf(student.id);
    expect(credentials).toMatchObject([{ version: 3 }]);
    expect(secrets).toMatchObject([{ version: 3 }]);
    expect(live(tests)).toMatchObject([{ credentialVersion: 3 }]);
  });

  test("a sixth time within ten minutes is refused, and keeps what was there", async () => {
    const { student } = await aStudent();
    for (let time = 1; time <= 5; time++) expect((await paste(student, aKey())).ok).toBe(true);
    expect(await paste(student, aKey())).toMatchObject({
      ok: false,
      refusal: "too_many",
      retryAfterSeconds: expect.any(Number),
    });
    expect((await traceOf(student.id)).credentials).toMatchObject([{ version: 5 }]);
  });

  test("more than sixty times an hour from one address is refused, whoever saves", async () => {
    const ip = anIp();
    await storeKey((await aStudent()).student, { key: aKey(), kind: "project" }, ip);
    await rowsAs("owner", "UPDATE rate_limit SET points = 60 WHERE key LIKE 'save key by ip:%'");
    const { student } = await aStudent();
    expect(await storeKey(student, { key: aKey(), kind: "project" }, ip)).toMatchObject({
      ok: false,
      refusal: "too_many",
      retryAfterSeconds: expect.any(Number),
    });
  });

  test("that another student has too is noted for staff, and both keep it", async () => {
    const key = aKey();
    const [{ student: one }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    await paste(one, key);
    await paste(other, key);
    expect((await traceOf(one.id)).events).toEqual(["credential.saved"]);
    expect((await traceOf(other.id)).events).toEqual(["credential.saved", "credential.duplicate_flagged"]);
    expect(await storedKeyOf(other)).toMatchObject({ kind: "project" });
  });

  test.each([
    ["as it is", (key: string) => key],
    ["in part", (key: string) => key.slice(40, 53)],
    ["reversed", (key: string) => [...key].reverse().join("")],
    ["in hex", (key: string) => Buffer.from(`: ${key}`).toString("hex")],
    ["in base64", (key: string) => Buffer.from(`Bearer ${key}`).toString("base64")],
    ["in base64url", (key: string) => Buffer.from(`k=${key}`).toString("base64url")],
  ])("would be noticed if a table held the key %s", async (_, written) => {
    const { student } = await aStudent();
    const key = aKey();
    await ownerDatabase().auditEvent.create({
      data: { kind: "test", subjectId: student.id, facts: { note: written(key) } },
    });
    const text = await dump();
    expect(tracesIn(text, key)).not.toEqual([]);
  });

  test("leaves no trace of the key in any table, the queue's among them", async () => {
    const { student } = await aStudent();
    const keys = [aKey(), aKey(), aKey()];
    for (const key of keys) {
      expect(readKey(key).ok).toBe(true);
      await paste(student, key);
    }
    await forgetKey(student);
    await paste(student, keys[0] ?? "");
    const text = await dump();
    expect(text).toContain(student.id);
    expect(tracesIn(text, ...keys)).toEqual([]);
  });
});

describe("deleting a key", () => {
  test("takes away the bytes and the fingerprint, ends its test and every wait", async () => {
    const { student } = await aStudent();
    await paste(student, aKey());
    await ownerDatabase().waitingTimer.create({
      data: { userId: student.id, check: "openai.image", until: new Date() },
    });
    await forgetKey(student);
    const { credentials, secrets, tests, events } = await traceOf(student.id);
    expect(credentials).toMatchObject([{ fingerprint: null, deletedAt: expect.any(Date) }]);
    expect([secrets, live(tests)]).toEqual([[], []]);
    expect(events).toEqual(["credential.saved", "credential.deleted"]);
    expect(await ownerDatabase().waitingTimer.count({ where: { userId: student.id } })).toBe(0);
    expect(await storedKeyOf(student)).toBeNull();
  });

  test("twice, at once and without a key is the same as once", async () => {
    const { student } = await aStudent();
    await forgetKey(student);
    await paste(student, aKey());
    await Promise.all([forgetKey(student), forgetKey(student)]);
    await forgetKey(student);
    expect((await traceOf(student.id)).events).toEqual(["credential.saved", "credential.deleted"]);
  });

  test("lets a new one be saved afterwards, as a first one", async () => {
    const { student } = await aStudent();
    await paste(student, aKey());
    await forgetKey(student);
    expect(await paste(student, aKey())).toEqual({ ok: true, value: { replaced: false } });
    expect(await liveTestOf(student)).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("leaves everybody else's alone", async () => {
    const [{ student: one }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    await Promise.all([paste(one, aKey()), paste(other, aKey())]);
    const before = await traceOf(other.id);
    await forgetKey(one);
    await paste(one, aKey());
    expect(await traceOf(other.id)).toEqual(before);
  });
});

describe("the uses of a key", () => {
  test("are told to its student, latest first, and nobody else's among them", async () => {
    const [{ student: one }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    await paste(one, aKey());
    await paste(one, aKey());
    await paste(other, aKey());
    expect((await keyUsesOf(one)).map(({ kind }) => kind)).toEqual(["replaced", "saved"]);
  });
});

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import {
  claim,
  finish,
  GoneError,
  InterruptedError,
  isStillWanted,
  noteStarted,
  noteVerdict,
} from "#server/access-test/ledger";
import { forgetKey } from "#server/credential/commands";
import { aStudent } from "../../support/cast.ts";
import { aKey, paste, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import { eventsOf, run, testRow, verdictsOf } from "../../support/runs.ts";

const provider = aProvider();
const calls = () => provider.simulator.requests.length;

async function claimed(testId: string) {
  const test = await asWorker(() => claim(testId));
  if (!test) throw new Error("the test is live");
  return test;
}

describe("an attempt", () => {
  test("T24: that was taken over writes nothing more, and the one that took over does", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    const [first, second] = [await claimed(id), await claimed(id)];
    await asWorker(async () => {
      expect([await isStillWanted(first), await isStillWanted(second)]).toEqual([false, true]);
      await expect(noteStarted(first, "openai.key")).rejects.toThrow(GoneError);
      await expect(noteVerdict(first, "openai.key", { state: "passed" })).rejects.toThrow(GoneError);
      await expect(finish(first, "completed")).rejects.toThrow(GoneError);
      expect(await testRow(id)).toMatchObject({ attempt: 2, finishedAt: null, results: [] });
      await noteVerdict(second, "openai.key", { state: "failed", cause: "key_invalid" });
      await finish(second, "completed");
    });
    expect(await testRow(id)).toMatchObject({ ending: "completed", results: [{ state: "failed" }] });
    expect(await ownerDatabase().stepProgress.count({ where: { userId: student.id } })).toBe(0);
  });

  test("goes over what the one before had begun, and ends with one result a check", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    const lost = await claimed(id);
    await asWorker(() => noteStarted(lost, "openai.format"));
    await run(id);
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]);
    expect(await testRow(id)).toMatchObject({ attempt: 2, ending: "completed" });
  });

  test("that is shut down in the middle of a call says nothing of it, and leaves the test to the next", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "hangs");
    const shutdown = new AbortController();
    const running = run(id, shutdown.signal);
    void pause(300).then(() => shutdown.abort());
    await expect(running).rejects.toThrow(InterruptedError);
    expect(await testRow(id)).toMatchObject({
      finishedAt: null,
      results: [{ state: "passed" }, { check: "openai.key", state: "started" }],
    });
  });

  test("of a finished or unknown test does nothing", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    await run(id);
    const [row, before] = [await testRow(id), calls()];
    await run(id);
    await run(randomUUID());
    expect(calls()).toBe(before);
    expect(await testRow(id)).toEqual(row);
  });

  test("two at once of the same test end it once, with one proof a step", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    await asWorker(() => Promise.all([run(id), run(id)]));
    expect(await testRow(id)).toMatchObject({ ending: "completed" });
    const [rows, events] = await Promise.all([
      ownerDatabase().stepProgress.count({ where: { userId: student.id } }),
      ownerDatabase().stepEvent.count({ where: { userId: student.id } }),
    ]);
    expect(events).toBe(rows);
  });
});

describe("a key that goes while its test waits", () => {
  test("deleted: no call is made, and the test stays cancelled", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    const before = calls();
    await forgetKey(student);
    await run(id);
    expect(calls()).toBe(before);
    expect(await testRow(id)).toMatchObject({ ending: "cancelled", results: [] });
    expect(await eventsOf(student)).not.toContain("credential.opened");
  });

  test("replaced: the old test makes no call, and the new key has its own", async () => {
    const { student } = await aStudent();
    const old = await pasteFor(student, "wrong");
    const id = await pasteFor(student, "good");
    const before = calls();
    await run(old);
    expect(calls()).toBe(before);
    await run(id);
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]);
  });
});

describe("sealed bytes that do not open", () => {
  const swap = `UPDATE credential_secret s SET sealed = o.sealed FROM credential_secret o JOIN api_credential c ON c.id = o.credential_id
    WHERE s.credential_id IN (SELECT id FROM api_credential WHERE user_id = $1) AND c.user_id = $2`;

  test("T5: swapped between two students: the test is given up, nobody is called, and staff can see why", async () => {
    const [{ student: one }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    const id = await pasteFor(one, "good");
    await pasteFor(other, "good");
    await rowsAs("owner", swap, [one.id, other.id]);
    const before = calls();
    await run(id);
    expect(calls()).toBe(before);
    expect(await testRow(id)).toMatchObject({ ending: "given_up", results: [] });
    expect(await eventsOf(one)).toEqual(["credential.saved", "credential.opened", "credential.open_failed"]);
    expect(await eventsOf(other)).toEqual(["credential.saved"]);
  });

  test.each([
    ["an older version put back", "version_back", "not_authentic"],
    ["an unknown format", "UPDATE credential_secret SET format = 9 WHERE credential_id = $1", "format_unknown"],
    [
      "sealed bytes cut to nothing",
      "UPDATE credential_secret SET sealed = '' WHERE credential_id = $1",
      "not_authentic",
    ],
  ])("%s: given up, and no fault of the student's", async (_, sql, refusal) => {
    const { student } = await aStudent();
    let id = await pasteFor(student, "good");
    const { id: credentialId } = await ownerDatabase().apiCredential.findFirstOrThrow({
      where: { userId: student.id },
    });
    if (sql === "version_back") {
      const { sealed } = await ownerDatabase().credentialSecret.findUniqueOrThrow({ where: { credentialId } });
      id = await pasteFor(student, "good");
      await ownerDatabase().credentialSecret.update({ where: { credentialId }, data: { sealed } });
    } else {
      await rowsAs("owner", sql, [credentialId]);
    }
    const before = calls();
    await run(id);
    expect(calls()).toBe(before);
    expect(await testRow(id)).toMatchObject({ ending: "given_up" });
    const event = await ownerDatabase().auditEvent.findFirst({
      where: { subjectId: student.id, kind: "credential.open_failed" },
    });
    expect(event?.facts).toMatchObject({ refusal, testId: id });
  });
});

describe("the audit trail", () => {
  test("has the opening before the first call, with the test and its attempt", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    await run(id);
    const opened = await ownerDatabase().auditEvent.findFirstOrThrow({
      where: { subjectId: student.id, kind: "credential.opened" },
    });
    expect(opened.facts).toEqual({ testId: id, attempt: 1 });
    const first = provider.simulator.requests.at(-2);
    expect(opened.at.getTime()).toBeLessThanOrEqual(first?.at.getTime() ?? 0);
  });

  test("that cannot be written keeps the key closed: no call, no result, and the test waits", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "good");
    const before = calls();
    await rowsAs("owner", "REVOKE INSERT ON audit_event FROM rozruch_worker");
    await expect(run(id)).rejects.toThrow();
    await rowsAs("owner", "GRANT INSERT ON audit_event TO rozruch_worker");
    expect(calls()).toBe(before);
    expect(await testRow(id)).toMatchObject({ finishedAt: null, results: [] });
    await run(id);
    expect(await testRow(id)).toMatchObject({ ending: "completed", attempt: 2 });
  });

  test("of a key that was never opened says so", async () => {
    const { student } = await aStudent();
    await paste(student, aKey());
    expect(await eventsOf(student)).toEqual(["credential.saved"]);
  });
});

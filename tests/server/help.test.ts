import { describe, expect, test } from "vitest";
import { askForHelp } from "#server/help/commands";
import { aStudent, asStudent, cast } from "../support/cast.ts";
import { ago, blockersOf, MINUTE_MS, openBlockersOf, settle, tested } from "../support/help.ts";
import { pasteFor } from "../support/keys.ts";
import { ownerDatabase } from "../support/roles.ts";
import { run, verdictsOf } from "../support/runs.ts";

describe("tests that fail", () => {
  test("three times for one cause open a blocker with step, cause, tries and since when", async () => {
    const { student } = await aStudent();
    await tested(student, [30, "key_invalid"], [20, "key_invalid"]);
    expect(await openBlockersOf(student)).toEqual([]);
    const credential = await ownerDatabase().apiCredential.findFirstOrThrow({ where: { userId: student.id } });
    await cast().aTest(student.id, credential, { at: ago(10 * MINUTE_MS), outcome: ["passed", "key_invalid"] });
    await settle(student);
    await settle(student);
    const [blocker, ...more] = await openBlockersOf(student);
    expect([blocker, more]).toMatchObject([
      { status: "blocked", stepId: "openai-klucz", cause: "key_invalid", tries: 3, rank: 1 },
      [],
    ]);
    expect(Math.abs((blocker?.since.getTime() ?? 0) - ago(30 * MINUTE_MS).getTime())).toBeLessThan(MINUTE_MS);
  });

  test("open none when a pass came after them, and an open one closes by itself", async () => {
    const { student } = await aStudent();
    await tested(student, [30, "key_invalid"], [20, "key_invalid"], [10, "key_invalid"]);
    expect(await openBlockersOf(student)).toHaveLength(1);
    const credential = await ownerDatabase().apiCredential.findFirstOrThrow({ where: { userId: student.id } });
    await cast().aTest(student.id, credential, { at: ago(MINUTE_MS), outcome: ["passed", "passed"] });
    await settle(student);
    expect(await blockersOf(student)).toMatchObject([{ status: "blocked", closedAt: expect.any(Date) }]);
  });

  test("because the provider is down mark nobody, however often", async () => {
    const { student } = await aStudent();
    await tested(
      student,
      [50, "server_error"],
      [40, "overloaded"],
      [30, "gateway_error"],
      [20, "timeout"],
      [10, "rate_limited"],
    );
    // Nothing listens where this file's provider should be.
    for (let time = 0; time < 3; time++)
      await run(
        await pasteFor(
          asStudent(await ownerDatabase().user.findUniqueOrThrow({ where: { id: student.id } })),
          "good",
        ).catch(() => ""),
      );
    expect((await verdictsOf(student))[1]).toBe("inconclusive network_error");
    expect(await blockersOf(student)).toEqual([]);
  });

  test("at a dead end open one at the first", async () => {
    const { student } = await aStudent();
    await tested(student, [5, "account_deactivated"]);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "dead_end", tries: 1 }]);
  });

  test("follow the threshold of each cohort for itself", async () => {
    const strict = await cast().aCohort({ helpAfterTries: 2 });
    const { student, cohort } = await aStudent();
    await ownerDatabase().enrolment.create({ data: { cohortId: strict.id, userId: student.id, role: "student" } });
    await tested(student, [30, "key_invalid"], [20, "key_invalid"]);
    expect(await openBlockersOf(student)).toMatchObject([{ cohortId: strict.id }]);
    expect((await openBlockersOf(student)).map(({ cohortId }) => cohortId)).not.toContain(cohort.id);
  });

  test("that end at the same moment open one blocker, and none of them fails over it", async () => {
    const { student } = await aStudent();
    const credential = await cast().aSealedKey(student.id);
    for (const minutes of [30, 20, 10])
      await cast().aTest(student.id, credential, { at: ago(minutes * MINUTE_MS), outcome: ["passed", "key_invalid"] });
    await Promise.all(Array.from({ length: 6 }, () => settle(student)));
    expect(await blockersOf(student)).toMatchObject([{ status: "blocked", closedAt: null }]);
  });

  test("change the open blocker's reason by closing it and opening the next", async () => {
    const { student } = await aStudent();
    await tested(student, [5, "account_deactivated"]);
    await askForHelp(student, { note: "Pomocy", stepId: null });
    expect((await blockersOf(student)).map(({ status, closedAt }) => [status, closedAt !== null])).toEqual([
      ["dead_end", true],
      ["asked", false],
    ]);
  });
});

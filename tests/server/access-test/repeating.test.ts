import { describe, expect, test } from "vitest";
import { cancelTest, testAccessLater } from "#server/access-test/commands";
import { imageTestsToday, runningTestOf, spentSince, testsOf } from "#server/access-test/queries";
import type { Student } from "#server/viewer";
import { aStudent } from "../../support/cast.ts";
import { aKey, liveTestOf, paste, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { run, testRow, verdictsOf } from "../../support/runs.ts";

const provider = aProvider();
const DAY_MS = 86_400_000;

async function repeat(
  student: Student,
  only: "openai.credits" | "openai.image",
  imageConsent = false,
): Promise<string> {
  expect(await testAccessLater(student, { only, imageConsent })).toMatchObject({ ok: true });
  const id = await liveTestOf(student);
  await run(id);
  return id;
}

describe("a check that is repeated alone", () => {
  test("asks that check alone, and the others stand as they were last known, with their own time", async () => {
    const { student } = await aStudent();
    await run(await pasteFor(student, "good"));
    const [before] = await testsOf(student, 1);
    const seen = provider.simulator.requests.length;
    const id = await repeat(student, "openai.credits");
    expect(provider.simulator.requests.slice(seen).map(({ path }) => path)).toEqual(["/v1/responses"]);
    expect((await testRow(id)).results.map(({ check }) => check)).toEqual(["openai.credits"]);
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]);
    const [after] = await testsOf(student, 1);
    expect(after?.checks[1]?.at).toEqual(before?.checks[1]?.at);
    expect(Number(after?.checks[2]?.at)).toBeGreaterThan(Number(before?.checks[2]?.at));
  });

  test("takes nothing over from a key that was replaced", async () => {
    const { student } = await aStudent();
    await run(await pasteFor(student, "good"));
    await paste(student, aKey());
    await ownerDatabase().accessTest.updateMany({
      where: { userId: student.id, finishedAt: null },
      data: { finishedAt: new Date(), ending: "cancelled" },
    });
    await repeat(student, "openai.credits");
    expect((await verdictsOf(student)).slice(0, 3)).toEqual(["queued", "queued", "failed key_invalid"]);
  });

  test("of the picture without consent makes none", async () => {
    const { student } = await aStudent();
    await run(await pasteFor(student, "good"));
    const seen = provider.simulator.requests.length;
    await repeat(student, "openai.image");
    expect(provider.simulator.requests).toHaveLength(seen);
    expect((await verdictsOf(student))[3]).toBe("skipped");
  });
});

describe("what a day costs", () => {
  test("is counted in pictures asked for and in what the provider charged", async () => {
    const { student } = await aStudent();
    await run(await pasteFor(student, "good"));
    await repeat(student, "openai.image", true);
    expect(await imageTestsToday(student)).toMatchObject({ used: 1, cap: 5, left: 4 });
    expect(await spentSince(student, new Date(Date.now() - DAY_MS))).toBe(11_010);
  });
});

describe("a test that its student stops", () => {
  test("ends at once, and the call that hangs is let go within two seconds", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "hangs");
    const began = performance.now();
    const running = run(id);
    await expect.poll(async () => (await runningTestOf(student))?.step).toBe(2);
    await cancelTest(student);
    expect(await runningTestOf(student)).toBeNull();
    await running;
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await testRow(id)).toMatchObject({
      ending: "cancelled",
      results: [{ state: "passed" }, { state: "started" }],
    });
  });

  test("twice, or where none runs, or by somebody else, changes nothing", async () => {
    const { student } = await aStudent();
    const { student: other } = await aStudent();
    const id = await pasteFor(student, "good");
    await cancelTest(other);
    expect(await testRow(id)).toMatchObject({ finishedAt: null });
    await Promise.all([cancelTest(student), cancelTest(student)]);
    const { finishedAt } = await testRow(id);
    await cancelTest(student);
    expect((await testRow(id)).finishedAt).toEqual(finishedAt);
  });
});

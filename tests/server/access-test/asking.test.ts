import { describe, expect, test } from "vitest";
import { testAccessLater } from "#server/access-test/commands";
import { imageTestsToday } from "#server/access-test/queries";
import { aStudent } from "../../support/cast.ts";
import { asksOf, endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { rowsAs } from "../../support/roles.ts";

describe("asking for a test", () => {
  test("T25: by ten clicks at once starts one", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await endTests(student);
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => testAccessLater(student, { imageConsent: false })),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.filter((answer) => !answer.ok && answer.refusal === "already_running")).toHaveLength(9);
    const id = await liveTestOf(student);
    expect(await rowsAs("owner", "SELECT 1 FROM pgboss.job WHERE data->>'testId' = $1", [id])).toHaveLength(1);
  });

  test("without a key is refused", async () => {
    const { student } = await aStudent();
    expect(await testAccessLater(student, { imageConsent: true })).toEqual({ ok: false, refusal: "no_key" });
  });

  test("for pictures ends at five a day, says when there is one again, and goes on without them", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await endTests(student);
    await asksOf(student, "openai.image", 4);
    expect(await imageTestsToday(student)).toMatchObject({ used: 4, cap: 5, left: 1 });
    expect(await testAccessLater(student, { imageConsent: true })).toMatchObject({ ok: true });
    await endTests(student);
    await asksOf(student, "openai.image", 1);
    const refused = await testAccessLater(student, { imageConsent: true });
    expect(refused).toMatchObject({ ok: false, refusal: "image_limit" });
    expect(refused.ok ? 0 : refused.retryAfterSeconds).toBeGreaterThan(86_000);
    expect(await testAccessLater(student, { imageConsent: true, only: "openai.image" })).toMatchObject({ ok: false });
    expect(await testAccessLater(student, { imageConsent: false })).toMatchObject({ ok: true });
  });

  test("ends where the day's paid checks are used up, and not for what costs nothing", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await endTests(student);
    await asksOf(student, "openai.credits", 60);
    expect(await testAccessLater(student, { imageConsent: false })).toMatchObject({ refusal: "paid_limit" });
    expect(await testAccessLater(student, { imageConsent: false, only: "openai.key" })).toMatchObject({ ok: true });
  });

  test("while one is running uses up none of the day's pictures", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    expect(await testAccessLater(student, { imageConsent: true })).toEqual({ ok: false, refusal: "already_running" });
    expect(await imageTestsToday(student)).toMatchObject({ left: 5 });
  });

  test("more than twenty times in ten minutes is refused", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    for (let time = 1; time <= 20; time++) await testAccessLater(student, { imageConsent: false });
    expect(await testAccessLater(student, { imageConsent: false })).toEqual({
      ok: false,
      refusal: "too_many",
      retryAfterSeconds: expect.any(Number),
    });
  });
});

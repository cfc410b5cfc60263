import { describe, expect, test } from "vitest";
import { RETEST_AFTER_MINUTES, retestNow, testAccessLater, waitForProvider } from "#server/access-test/commands";
import { imageTestsLeft, waitingOf } from "#server/access-test/queries";
import type { Student } from "#server/viewer";
import { aStudent } from "../../support/cast.ts";
import { aRefusal, endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import { run, testRow, verdictsOf } from "../../support/runs.ts";

aProvider();

const timerOf = ({ id: userId }: Student) =>
  ownerDatabase().waitingTimer.findUnique({ where: { userId_check: { userId, check: "openai.image" } } });
const liveTests = ({ id: userId }: Student) =>
  ownerDatabase().accessTest.count({ where: { userId, finishedAt: null } });

/** The worker's re-test of the student's present wait, up to the end of the test that it starts. */
async function retest(student: Student): Promise<string> {
  const timer = await timerOf(student);
  await asWorker(() =>
    retestNow({ userId: student.id, check: "openai.image", since: timer?.since.toISOString() ?? "" }),
  );
  const id = await liveTestOf(student);
  await run(id);
  return id;
}

describe("a student who has just verified", () => {
  test("is waiting through refusals until the provider lets the picture through, and then the clock stops", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "verified_not_yet");
    await endTests(student);
    await testAccessLater(student, { imageConsent: true });
    await run(await liveTestOf(student));
    expect((await verdictsOf(student))[3]).toBe("failed org_unverified");

    await waitForProvider(student, "openai.image");
    const [clock] = await waitingOf(student, new Date());
    const second = await retest(student);
    expect((await verdictsOf(student))[3]).toBe("waiting org_unverified");
    expect(await testRow(second)).toMatchObject({ trigger: "waiting", imageConsent: true });
    expect((await testRow(second)).results[3]?.waitingUntil).toEqual(clock?.until);

    await retest(student);
    expect((await verdictsOf(student))[3]).toBe("passed");
    expect(await waitingOf(student, new Date())).toEqual([]);
    expect(await timerOf(student)).toBeNull();
  });

  test("is tested again by itself after 5, 15 and 30 minutes, and waits no longer than that", async () => {
    const { student } = await aStudent();
    await aRefusal(student, "openai.image");
    await waitForProvider(student, "openai.image");
    const jobs = await rowsAs(
      "owner",
      "SELECT round(extract(epoch FROM start_after - created_on) / 60) AS minutes FROM pgboss.job WHERE data->>'userId' = $1 ORDER BY start_after",
      [student.id],
    );
    expect(jobs.map(({ minutes }) => Number(minutes))).toEqual([...RETEST_AFTER_MINUTES]);
    const timer = await timerOf(student);
    expect((timer?.until.getTime() ?? 0) - (timer?.since.getTime() ?? 0)).toBe(30 * 60_000);
    expect(await waitingOf(student, timer?.until ?? new Date())).toEqual([]);
  });

  test("whose wait is over is refused as anybody is", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "no_credits");
    const past = new Date(Date.now() - 1_000);
    await ownerDatabase().waitingTimer.create({
      data: { userId: student.id, check: "openai.credits", since: past, until: past },
    });
    await run(id);
    expect((await verdictsOf(student))[2]).toBe("failed quota_insufficient");
  });

  test("who waits for one check is refused at another", async () => {
    const { student } = await aStudent();
    const id = await pasteFor(student, "no_credits");
    await aRefusal(student, "openai.image");
    await waitForProvider(student, "openai.image");
    await run(id);
    expect((await verdictsOf(student))[2]).toBe("failed quota_insufficient");
  });
});

describe("saying that it was done just now", () => {
  test("where nothing was refused starts no clock, and so no paid test without consent", async () => {
    const { student } = await aStudent();
    expect(await waitForProvider(student, "openai.image")).toMatchObject({ ok: false, refusal: "nothing_refused" });
    await aRefusal(student, "openai.credits");
    expect(await waitForProvider(student, "openai.image")).toMatchObject({ ok: false, refusal: "nothing_refused" });
    expect(await waitForProvider(student, "openai.credits")).toMatchObject({ ok: true });
    expect(await timerOf(student)).toBeNull();
  });

  test("over and over is refused", async () => {
    const { student } = await aStudent();
    await aRefusal(student, "openai.credits");
    const said = [];
    for (let time = 0; time < 7; time += 1) said.push(await waitForProvider(student, "openai.credits"));
    expect(said.filter(({ ok }) => ok)).toHaveLength(6);
    expect(said.at(-1)).toMatchObject({ refusal: "too_many" });
  });
});

describe("a re-test whose time has come", () => {
  test("of a wait that was begun anew does nothing", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await endTests(student);
    await aRefusal(student, "openai.image");
    await waitForProvider(student, "openai.image");
    const since = (await timerOf(student))?.since.toISOString() ?? "";
    await waitForProvider(student, "openai.image");
    await asWorker(() => retestNow({ userId: student.id, check: "openai.image", since }));
    expect(await liveTests(student)).toBe(0);
  });

  test("does nothing without a key, without a wait, and for a stranger", async () => {
    const { student } = await aStudent();
    await aRefusal(student, "openai.image");
    await waitForProvider(student, "openai.image");
    const since = (await timerOf(student))?.since.toISOString() ?? "";
    await asWorker(() => retestNow({ userId: student.id, check: "openai.image", since }));
    await asWorker(() => retestNow({ userId: student.id, check: "openai.credits", since }));
    await asWorker(() => retestNow({ userId: crypto.randomUUID(), check: "openai.image", since }));
    expect(await liveTests(student)).toBe(0);
  });

  test("joins a test that is running in place of starting a second one", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await aRefusal(student, "openai.image");
    await waitForProvider(student, "openai.image");
    const since = (await timerOf(student))?.since.toISOString() ?? "";
    const job = { userId: student.id, check: "openai.image", since };
    await asWorker(() => Promise.all([retestNow(job), retestNow(job)]));
    expect(await liveTests(student)).toBe(1);
  });
});

describe("asking for a test", () => {
  test("by ten clicks at once starts one", async () => {
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

  test("for pictures ends at five a day, and goes on without them", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    for (let left = 5; left > 0; left--) {
      await endTests(student);
      expect(await imageTestsLeft(student)).toBe(left);
      expect(await testAccessLater(student, { imageConsent: true })).toMatchObject({ ok: true });
    }
    await endTests(student);
    expect(await testAccessLater(student, { imageConsent: true })).toEqual({ ok: false, refusal: "image_limit" });
    expect(await testAccessLater(student, { imageConsent: false })).toMatchObject({ ok: true });
  });

  test("while one is running uses up none of the day's pictures", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    expect(await testAccessLater(student, { imageConsent: true })).toEqual({ ok: false, refusal: "already_running" });
    expect(await imageTestsLeft(student)).toBe(5);
  });

  test("more than twenty times in ten minutes is refused", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    for (let time = 1; time <= 20; time++) await testAccessLater(student, { imageConsent: false });
    expect(await testAccessLater(student, { imageConsent: false })).toEqual({ ok: false, refusal: "too_many" });
  });
});

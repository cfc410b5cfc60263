import { describe, expect, test } from "vitest";
import { LOOKS_AFTER_MINUTES } from "#domain/waiting/wait";
import { testAccessLater } from "#server/access-test/commands";
import type { Student } from "#server/viewer";
import { waitForProvider } from "#server/waiting/commands";
import { waitingOf, waitsOf } from "#server/waiting/queries";
import { retestNow } from "#server/waiting/retest";
import { aStudent } from "../../support/cast.ts";
import { doLooks, jobsOf, takeJobs } from "../../support/jobs.ts";
import { aRefusal, endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import { run, testRow, verdictsOf } from "../../support/runs.ts";

aProvider();

const timerOf = ({ id: userId }: Student, check = "openai.image") =>
  ownerDatabase().waitingTimer.findUnique({ where: { userId_check: { userId, check } } });
const testsWaitedFor = ({ id: userId }: Student) =>
  ownerDatabase().accessTest.count({ where: { userId, trigger: "waiting" } });

/** The next look at the student's wait, up to the end of the test that it starts. */
async function nextLook(student: Student): Promise<string> {
  await doLooks(1);
  const id = await liveTestOf(student);
  await run(id);
  return id;
}

/** Somebody with a key who was refused just now and says that it is done. */
async function aWait(check: "openai.image" | "openai.credits" = "openai.image"): Promise<Student> {
  const { student } = await aStudent();
  await pasteFor(student, "good");
  await endTests(student);
  await aRefusal(student, check);
  await takeJobs("retest");
  await waitForProvider(student, check);
  return student;
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
    const second = await nextLook(student);
    expect((await verdictsOf(student))[3]).toBe("waiting org_unverified");
    expect(await testRow(second)).toMatchObject({ trigger: "waiting", imageConsent: true });
    expect((await testRow(second)).results[3]?.waitingUntil).toEqual(clock?.until);

    await ownerDatabase().accessTest.update({ where: { id: second }, data: { requestedAt: new Date(0) } });
    await nextLook(student);
    expect((await verdictsOf(student))[3]).toBe("passed");
    expect(await waitingOf(student, new Date())).toEqual([]);
    expect(await timerOf(student)).toBeNull();
  });

  test("is looked at again by itself after 5, 15 and 30 minutes, and the clock says the same times", async () => {
    const { student } = await aStudent();
    await aRefusal(student, "openai.image");
    await takeJobs("retest");
    await waitForProvider(student, "openai.image");
    const jobs = await jobsOf("retest");
    const timer = await timerOf(student);
    const [clock] = await waitsOf(student);
    const since = timer?.since.getTime() ?? 0;
    expect(jobs.map(({ startAfter }) => (startAfter.getTime() - since) / 60_000)).toEqual([...LOOKS_AFTER_MINUTES]);
    expect(clock?.looks).toEqual(jobs.map(({ startAfter }) => startAfter));
    expect(timer?.until).toEqual(clock?.looks.at(-1));
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

describe("what a look may cost", () => {
  test("after paying it asks no further than for credits, even where a picture was allowed once", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "paid_not_yet");
    await endTests(student);
    await testAccessLater(student, { imageConsent: true });
    await run(await liveTestOf(student));
    await takeJobs("retest");
    await waitForProvider(student, "openai.credits");
    const id = await nextLook(student);
    expect(await testRow(id)).toMatchObject({ imageConsent: false });
    expect((await verdictsOf(student)).slice(1)).toEqual(["passed", "waiting quota_insufficient", "skipped"]);
  });

  test("after verifying it makes a picture only with the consent that was given", async () => {
    const student = await aWait();
    await ownerDatabase().accessTest.updateMany({ where: { userId: student.id }, data: { imageConsent: false } });
    await waitForProvider(student, "openai.image");
    expect(await timerOf(student)).toMatchObject({ imageConsent: false });
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

describe("a look whose time has come", () => {
  test("at a wait that was begun anew does nothing", async () => {
    const student = await aWait();
    const old = await takeJobs("retest");
    await waitForProvider(student, "openai.image");
    for (const job of old) await asWorker(() => retestNow(job));
    expect(await testsWaitedFor(student)).toBe(0);
  });

  test("does nothing without a key, without a wait, and for a stranger", async () => {
    const { student } = await aStudent();
    await aRefusal(student, "openai.image");
    await waitForProvider(student, "openai.image");
    const [job] = await jobsOf("retest");
    if (!job) throw new Error("There is no look.");
    for (const change of [{}, { check: "openai.credits" }, { userId: crypto.randomUUID() }])
      await asWorker(() => retestNow({ ...job.data, userId: student.id, ...change }));
    expect(await testsWaitedFor(student)).toBe(0);
  });

  test("comes after a test that is running, in place of starting a second one", async () => {
    const student = await aWait();
    await testAccessLater(student, { imageConsent: false });
    await doLooks(1);
    expect(await testsWaitedFor(student)).toBe(0);
    const [again] = await jobsOf("retest");
    expect(again?.startAfter.getTime()).toBeLessThan(Date.now() + 20_000);
    await endTests(student);
    await doLooks(1);
    expect(await testsWaitedFor(student)).toBe(1);
  });

  test("by two workers at once starts one test", async () => {
    const student = await aWait();
    const [job] = await takeJobs("retest");
    if (!job) throw new Error("There is no look.");
    await asWorker(() => Promise.all([retestNow(job), retestNow(job)]));
    expect(await testsWaitedFor(student)).toBe(1);
  });

  test("together with those before it, since no worker was there, is one look and not three", async () => {
    const student = await aWait();
    const past = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const timer = { since: past(45), until: past(15) };
    await ownerDatabase().waitingTimer.updateMany({ where: { userId: student.id }, data: timer });
    const jobs = await takeJobs("retest");
    for (const [place, job] of jobs.entries()) {
      const at = past(45 - (LOOKS_AFTER_MINUTES[place] ?? 0)).toISOString();
      await asWorker(() => retestNow({ ...job, since: timer.since.toISOString(), at }));
      await endTests(student);
    }
    expect(jobs).toHaveLength(3);
    expect(await testsWaitedFor(student)).toBe(1);
    expect(
      await rowsAs("owner", "SELECT 1 FROM pgboss.job WHERE name = 'retest' AND data->>'userId' = $1", [student.id]),
    ).toEqual([]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { testAccessLater } from "#server/access-test/commands";
import { openRequestOf } from "#server/help/queries";
import { postLetter } from "#server/mail/post";
import type { Student } from "#server/viewer";
import { askAfterWait, waitForProvider } from "#server/waiting/commands";
import { keyOf } from "../../../scripts/simulator/keys.ts";
import type { SituationId } from "../../../scripts/simulator/situations.ts";
import { aStudent } from "../../support/cast.ts";
import { doLooks, jobsOf, sendLetters, takeJobs } from "../../support/jobs.ts";
import { endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { tracesIn } from "../../support/leftovers.ts";
import { aMailbox, UNREACHABLE } from "../../support/mailbox.ts";
import { aProvider } from "../../support/provider.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { run } from "../../support/runs.ts";

aProvider();
const mailbox = aMailbox();
const noon = new Date("2026-11-21T11:00:00Z");
const night = new Date("2026-11-21T22:00:00Z");

beforeEach(async () => {
  await takeJobs("retest");
  await takeJobs("letter");
});

const lettersTo = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));

/** Refused once; then the student says that it is done. */
async function aWait(situation: SituationId, check: "openai.image" | "openai.credits", locale = "pl") {
  const { student, email } = await aStudent();
  await ownerDatabase().user.update({ where: { id: student.id }, data: { locale } });
  await pasteFor(student, situation);
  await endTests(student);
  await testAccessLater(student, { imageConsent: check === "openai.image" });
  await run(await liveTestOf(student));
  await waitForProvider({ ...student, locale: locale === "en" ? "en" : "pl" }, check);
  return { student, email };
}

async function look(student: Student, isAfterEnd = false): Promise<void> {
  if (isAfterEnd) await end(student);
  await doLooks(1);
  await run(await liveTestOf(student));
}

/** Lets the time of the wait have passed; its looks go on as they were planned. */
async function end({ id: userId }: Student): Promise<void> {
  await ownerDatabase().waitingTimer.updateMany({ where: { userId }, data: { until: new Date(Date.now() - 1) } });
}

/** Makes room for the next look: a planned time before which nothing was looked at. */
const forgetLooks = ({ id: userId }: Student) =>
  ownerDatabase().accessTest.updateMany({ where: { userId }, data: { requestedAt: new Date(0) } });

describe("a wait that ends well", () => {
  test("is told once, at any hour, with the step and two ways to go on", async () => {
    const { student, email } = await aWait("paid_not_yet", "openai.credits");
    await look(student);
    await forgetLooks(student);
    await look(student);
    const [job] = await jobsOf("letter");
    await sendLetters(night);
    if (job) await asWorker(() => Promise.all([postLetter(job.data, night), postLetter(job.data, noon)]));
    const [letter = "", ...more] = lettersTo(email);
    expect(more).toEqual([]);
    expect(letter).toMatch(/Krok \d+: „.+” już działa/);
    expect(letter).toContain("OpenAI widzi już Twoje środki");
    expect(letter).toContain("Następny krok: ");
    expect(letter).toContain("http://127.0.0.1:3000/lessons/modul-1/");
    expect(letter).toContain("Kontynuuj naukę: http://127.0.0.1:3000/");
    expect(letter).toContain("Content-Type: text/plain");
    expect(tracesIn(letter, keyOf("paid_not_yet", student.id))).toEqual([]);
  });

  test("is not told where the student has looked on, or where it has stopped working before the letter went", async () => {
    const { student: present, email: seen } = await aWait("paid_not_yet", "openai.credits");
    for (const _ of ["refused", "passed"]) {
      await testAccessLater(present, { imageConsent: false });
      await run(await liveTestOf(present));
    }
    await takeJobs("retest");
    const { student: unlucky, email: stale } = await aWait("paid_not_yet", "openai.credits");
    await takeJobs("letter");
    await look(unlucky);
    await forgetLooks(unlucky);
    await look(unlucky);
    await ownerDatabase().checkResult.updateMany({
      where: { check: "openai.credits", state: "passed", test: { userId: unlucky.id } },
      data: { state: "failed", cause: "quota_insufficient" },
    });
    await sendLetters(noon);
    expect([...lettersTo(seen), ...lettersTo(stale)]).toEqual([]);
  });
});

describe("a wait that changes nothing", () => {
  test("is told once, when the last look was refused, in the student's language", async () => {
    const { student, email } = await aWait("unverified", "openai.image", "en");
    await look(student);
    expect(await jobsOf("letter")).toEqual([]);
    await forgetLooks(student);
    await look(student, true);
    const [job] = await jobsOf("letter");
    await sendLetters(noon);
    if (job) await asWorker(() => Promise.all([postLetter(job.data, noon), postLetter(job.data, noon)]));
    const [letter = "", ...more] = lettersTo(email);
    expect(more).toEqual([]);
    expect(letter).toMatch(/Subject: .*still refused/);
    expect(letter).toContain("Let us see whether the key is from the same organization.");
    expect(letter).toContain("/test#check-openai.image");
    expect(letter).toContain("?t=425#film");
    expect(letter).toContain("It works now: check again: http://127.0.0.1:3000/test");
  });

  test("is told by day, and no more where it has passed by then", async () => {
    const { student, email } = await aWait("unverified", "openai.image");
    await look(student, true);
    await sendLetters(night);
    const [held] = await jobsOf("letter");
    expect(lettersTo(email)).toEqual([]);
    expect(held?.startAfter).toEqual(new Date("2026-11-22T07:00:00Z"));
    await ownerDatabase().waitingTimer.deleteMany({ where: { userId: student.id } });
    await sendLetters(new Date("2026-11-22T07:00:01Z"));
    expect(lettersTo(email)).toEqual([]);
  });

  test("is told at the second try where the mail server took nothing at the first", async () => {
    const { student } = await aWait("unverified", "openai.image");
    const [bad, good] = [`${UNREACHABLE}-${student.id}@example.com`, `reached-${student.id}@example.com`];
    await look(student, true);
    const [job] = await takeJobs("letter");
    if (!job) throw new Error("There is no letter.");
    await ownerDatabase().user.update({ where: { id: student.id }, data: { email: bad } });
    await expect(asWorker(() => postLetter(job, noon))).rejects.toThrow();
    await ownerDatabase().user.update({ where: { id: student.id }, data: { email: good } });
    await asWorker(() => postLetter(job, noon));
    expect(lettersTo(good)).toHaveLength(1);
  });

  test("is not told to somebody who may not sign in any more", async () => {
    const { student, email } = await aWait("unverified", "openai.image");
    await look(student, true);
    await ownerDatabase().user.update({ where: { id: student.id }, data: { disabledAt: new Date() } });
    await sendLetters(noon);
    expect(lettersTo(email)).toEqual([]);
  });

  test("goes on where the last look got no answer", async () => {
    const { student } = await aWait("unverified", "openai.image");
    await takeJobs("retest");
    await end(student);
    const timer = await ownerDatabase().waitingTimer.findFirstOrThrow({ where: { userId: student.id } });
    await pasteFor(student, "server_500");
    await ownerDatabase().accessTest.updateMany({
      where: { userId: student.id, finishedAt: null },
      data: { trigger: "waiting" },
    });
    await run(await liveTestOf(student));
    const [again] = await jobsOf("retest");
    expect(await jobsOf("letter")).toEqual([]);
    expect(again?.data.since).toBe(timer.since.toISOString());
    expect(again?.startAfter.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
  });

  test("becomes a request for help that says whose key it is, without losing the student's own words", async () => {
    const { student } = await aWait("unverified", "openai.image");
    await look(student, true);
    expect(await askAfterWait(student, "openai.image")).toMatchObject({ ok: true });
    const first = await openRequestOf(student);
    expect(first?.note).toContain("Organizacja klucza jest ta sama: org-rozr");
    expect(first?.note).toContain("Obrazy: organizacja nie jest zweryfikowana");
    await ownerDatabase().helpRequest.updateMany({ where: { userId: student.id }, data: { note: "Proszę o pomoc." } });
    await askAfterWait(student, "openai.image");
    await askAfterWait(student, "openai.image");
    expect((await openRequestOf(student))?.note).toBe(`Proszę o pomoc.\n\n${first?.note}`);
  });

  test("that never was becomes no request", async () => {
    const { student } = await aStudent();
    expect(await askAfterWait(student, "openai.image")).toMatchObject({ ok: false, refusal: "nothing_waited" });
  });
});

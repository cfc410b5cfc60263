import { beforeEach, describe, expect, test } from "vitest";
import { dayAfter } from "#domain/credential/expiry";
import { chooseFarewell, forgetKey } from "#server/credential/commands";
import { forgetKeysThatAreDue } from "#server/credential/expiry";
import { postLetter } from "#server/mail/post";
import type { Student } from "#server/viewer";
import { aStudent } from "../support/cast.ts";
import { doTests, jobsOf, sendLetters, takeJobs } from "../support/jobs.ts";
import { aKey, paste, pasteFor } from "../support/keys.ts";
import { tracesOf } from "../support/leftovers.ts";
import { aMailbox, UNREACHABLE } from "../support/mailbox.ts";
import { aProvider } from "../support/provider.ts";
import { asWorker, ownerDatabase } from "../support/roles.ts";

aProvider();
const mailbox = aMailbox();
const DAY_MS = 86_400_000;
const noon = new Date("2026-11-21T11:00:00Z");
const night = new Date("2026-11-21T22:00:00Z");

beforeEach(async () => {
  await takeJobs("access-test");
  await takeJobs("letter");
});

const sweepIn = (days: number) => asWorker(() => forgetKeysThatAreDue(new Date(Date.now() + days * DAY_MS)));
const lettersTo = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));
const jobsAbout = async ({ id }: Student) => (await jobsOf("letter")).filter(({ data }) => data.userId === id);

async function aFarewell(locale = "pl") {
  const key = aKey();
  const { student, email } = await aStudent();
  await ownerDatabase().user.update({ where: { id: student.id }, data: { locale } });
  await paste(student, key);
  await chooseFarewell(student, "openai", dayAfter(new Date(), 1));
  await sweepIn(3);
  return { student, email, key };
}

describe("a key that the portal has deleted by itself", () => {
  test("on the chosen day is told of once, with where it still lives and one way back", async () => {
    const { student, email, key } = await aFarewell();
    const [job] = await jobsAbout(student);
    await sweepIn(4);
    await sendLetters(noon);
    if (job) await asWorker(() => Promise.all([postLetter(job.data, noon), postLetter(job.data, noon)]));
    const [letter = "", ...more] = lettersTo(email);
    expect(more).toEqual([]);
    expect(letter).toContain("Portal usunął klucz w dniu, który masz ustawiony");
    expect(letter).toContain("tak jest ustawione na stronie");
    expect(letter).toContain("https://platform.openai.com/api-keys");
    expect(letter.match(/http:\/\/127\.0\.0\.1:3000\/[^"\s]*/g)).toEqual(Array(2).fill("http://127.0.0.1:3000/key"));
    for (const trace of tracesOf(key)) expect(letter.includes(trace)).toBe(false);
  });

  test("is told of in the language of its student", async () => {
    const { email } = await aFarewell("en");
    await sendLetters(noon);
    expect(lettersTo(email).join()).toContain("The portal no longer has your OpenAI key");
  });

  test("after a refusal of a day says that the provider does not know it, and after the course that it is over", async () => {
    const [refused, over] = [await aStudent(), await aStudent()];
    await pasteFor(refused.student, "wrong");
    await doTests();
    await paste(over.student, aKey());
    await ownerDatabase().cohort.update({ where: { id: over.cohort.id }, data: { endsAt: new Date() } });
    await sweepIn(2);
    await sweepIn(31);
    await sendLetters(noon);
    expect(lettersTo(refused.email).join()).toContain("OpenAI od doby odpowiada, że nie zna tego klucza");
    expect(lettersTo(over.email).join()).toContain("Kurs skończył się ponad 30 dni temu");
  });

  test("is not told of at night, but in the morning", async () => {
    const { student, email } = await aFarewell();
    await sendLetters(night);
    expect(lettersTo(email)).toEqual([]);
    const [held] = await jobsAbout(student);
    expect(held?.startAfter).toEqual(new Date("2026-11-22T07:00:00Z"));
    await sendLetters(noon);
    expect(lettersTo(email)).toHaveLength(1);
  });

  test("is not told of where there is a new one, where its student has deleted it, or may not sign in", async () => {
    const [fresh, own, gone] = [await aFarewell(), await aStudent(), await aFarewell()];
    await paste(fresh.student, aKey());
    await paste(own.student, aKey());
    await forgetKey(own.student);
    await ownerDatabase().user.update({ where: { id: gone.student.id }, data: { disabledAt: new Date() } });
    expect(await jobsAbout(own.student)).toEqual([]);
    await sendLetters(noon);
    for (const { email } of [fresh, own, gone]) expect(lettersTo(email)).toEqual([]);
  });

  test("is told of by the second try where the mail server took nothing at the first", async () => {
    const { student } = await aFarewell();
    const [bad, good] = [`${UNREACHABLE}-${student.id}@example.com`, `reached-${student.id}@example.com`];
    const move = (email: string) => ownerDatabase().user.update({ where: { id: student.id }, data: { email } });
    const [job] = await takeJobs("letter");
    if (!job) throw new Error("There is no letter.");
    await move(bad);
    await expect(asWorker(() => postLetter(job, noon))).rejects.toThrow();
    await move(good);
    await asWorker(() => postLetter(job, noon));
    expect(lettersTo(good)).toHaveLength(1);
  });
});

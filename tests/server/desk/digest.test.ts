import { beforeEach, describe, expect, test } from "vitest";
import type { LessonDue } from "#domain/cohort/due";
import { requireLesson } from "#server/cohort/asked/commands";
import { setDues } from "#server/cohort/due/commands";
import { everyHour } from "#server/digest/hourly";
import { postDigest } from "#server/digest/post";
import { postMessage } from "#server/message/post";
import { messagesTo } from "#server/message/queries";
import { setNudge } from "#server/nudge/commands";
import type { Instructor, Student } from "#server/viewer";
import { aManager, anInstructor, aStudent, cast } from "../../support/cast.ts";
import { DAY_MS, settle, tested } from "../../support/help.ts";
import { jobsOf, takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();
const morning = new Date("2026-11-28T07:00:00Z");
const noon = new Date("2026-11-28T11:00:00Z");
const lettersTo = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));

let own: Instructor;
let cohortId: string;
let student: Student;
let email: string;

beforeEach(async () => {
  await takeJobs("digest");
  await takeJobs("message");
  const first = await aStudent({ invitedAt: new Date(Date.now() - 9 * DAY_MS) });
  ({ student, email } = first);
  cohortId = first.cohort.id;
  own = await anInstructor(cohortId);
});

const digests = async (now = morning) => {
  await asWorker(() => everyHour(now));
  for (const job of await takeJobs("digest"))
    if (job.userId === own.id) await asWorker(() => Promise.all([postDigest(job), postDigest(job)]));
};

describe("the digest", () => {
  test("names those who need help by cause, once a day", async () => {
    await tested(student, [30, "key_invalid"], [20, "key_invalid"], [10, "key_invalid"]);
    await digests();
    await digests();
    const [letter = "", ...more] = lettersTo(own.email);
    expect(more).toEqual([]);
    expect(letter).toContain("1 osoba potrzebuje pomocy");
    expect(letter).toContain("1 osoba: nieznany klucz");
    expect(letter).toContain(student.name);
  });

  test("is not written where nobody needs help, at another hour, and to nobody of another cohort", async () => {
    await digests();
    await tested(student, [30, "key_invalid"], [20, "key_invalid"], [10, "key_invalid"]);
    await digests(noon);
    expect(lettersTo(own.email)).toEqual([]);
  });
});

describe("a reminder", () => {
  const later = new Date(Date.now() + 5 * DAY_MS);
  const nudge = async () => {
    await settle(student, later);
    await asWorker(() => everyHour(later));
  };

  test("is off until somebody of the cohort's staff switches it on", async () => {
    await nudge();
    expect(await messagesTo(student)).toEqual([]);
    expect(await setNudge(await aManager(), cohortId, 3)).toBe(false);
    expect(await setNudge(await aManager(cohortId), cohortId, 3)).toBe(true);
    await nudge();
    expect(await messagesTo(student)).toMatchObject([{ sender: null, subject: "Twoje kroki czekają w portalu" }]);
  });

  test("comes once for each silence, and not to somebody who has moved on", async () => {
    await setNudge(await aManager(cohortId), cohortId, 3);
    await nudge();
    await nudge();
    expect(await messagesTo(student)).toHaveLength(1);
    await cast().aTick(student.id, "openai-konto");
    await settle(student);
    for (const { data } of await jobsOf("message"))
      if (data.userId === student.id) await asWorker(() => postMessage(data, noon));
    expect(lettersTo(email)).toEqual([]);
  });

  test("says what is next and until when, as it is at that moment", async () => {
    const sent = async (dues: readonly LessonDue[], now = noon) => {
      await ownerDatabase().messageRecipient.deleteMany({ where: { userId: student.id } });
      await setDues(manager, cohortId, dues);
      await nudge();
      for (const { data } of await jobsOf("message"))
        if (data.userId === student.id) await asWorker(() => postMessage(data, now));
      return lettersTo(email).at(-1) ?? "";
    };
    const manager = await aManager(cohortId);
    await setNudge(manager, cohortId, 3);
    const due = (lesson: string, dueAt: string) => ({ module: "modul-1", lesson, dueAt: new Date(dueAt) });
    const next = "Następny krok: „Załóż konto OpenAI” w lekcji";
    const [bare, soon] = [await sent([]), await sent([due("konto-openai", "2026-12-04T22:59:00Z")])];
    expect([bare.includes(next), bare.includes("ermin")]).toEqual([true, false]);
    expect(soon).toContain("Termin: do piątku 4 grudnia.");
    const late = await sent([due("konto-openai", "2026-11-20T22:59:00Z")]);
    expect(late).toContain("Termin minął 20 listopada, ale nadal możesz to zrobić.");
    await requireLesson(
      manager,
      cohortId,
      { module: "modul-1", lesson: "konto-openai", isRequired: false },
      new Date(),
    );
    const other = await sent([due("konto-openai", "2026-12-04T22:59:00Z")]);
    expect([other.includes(next), other.includes("Następny krok"), other.includes("4 grudnia")]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

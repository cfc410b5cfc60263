import { beforeEach, describe, expect, test } from "vitest";
import { everyHour } from "#server/digest/hourly";
import { postDigest } from "#server/digest/post";
import type { Instructor, Student } from "#server/viewer";
import { anInstructor, aStudent } from "../../support/cast.ts";
import { DAY_MS, tested } from "../../support/help.ts";
import { takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker } from "../../support/roles.ts";

const mailbox = aMailbox();
const morning = new Date("2026-11-28T07:00:00Z");
const noon = new Date("2026-11-28T11:00:00Z");
const lettersTo = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));

let own: Instructor;
let student: Student;

beforeEach(async () => {
  await takeJobs("digest");
  const first = await aStudent({ invitedAt: new Date(Date.now() - 9 * DAY_MS) });
  ({ student } = first);
  own = await anInstructor(first.cohort.id);
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

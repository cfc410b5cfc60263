import { beforeEach, describe, expect, test } from "vitest";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { postHelp } from "#server/help/mail";
import {
  addToRequest,
  answerStudent,
  markHelpSeen,
  reopenRequest,
  reopenRequestOf,
} from "#server/help/thread/commands";
import { countOfUnread, threadsOf } from "#server/help/thread/queries";
import type { Instructor, Student } from "#server/viewer";
import { anInstructor, aStudent } from "../../support/cast.ts";
import { openBlockersOf } from "../../support/help.ts";
import { takeJobs } from "../../support/jobs.ts";
import { aKey } from "../../support/keys.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker } from "../../support/roles.ts";

const mailbox = aMailbox();
const noon = new Date("2026-11-28T11:00:00Z");
const night = new Date("2026-11-28T22:00:00Z");

let own: Instructor;
let colleague: Instructor;
let student: Student;
let email: string;

beforeEach(async () => {
  await takeJobs("help-mail");
  const first = await aStudent();
  ({ student, email } = first);
  [own, colleague] = [await anInstructor(first.cohort.id), await anInstructor(first.cohort.id)];
});

const ask = () => askForHelp(student, { note: "Nie widzę przycisku.", stepId: null, userAgent: null });
const answer = (by = own, text = "Jest na górze.") =>
  answerStudent(by, student.id, { text, cause: null, now: new Date() });
const post = async (now = noon) => {
  for (const job of await takeJobs("help-mail")) await asWorker(() => postHelp(job, now));
};
const lettersTo = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));

describe("a conversation", () => {
  test("goes to and fro below the request, in order, without what looks like a key", async () => {
    await ask();
    await answer();
    await addToRequest(student, `Mam klucz ${aKey()}`);
    const [thread] = await threadsOf(student);
    expect(thread?.replies).toMatchObject([
      { isStaff: true, author: own.name, text: "Jest na górze." },
      { isStaff: false, text: "Mam klucz [secret]" },
    ]);
  });

  test("an answer marks the case, and puts it into the hands of whoever answered first", async () => {
    await ask();
    await answer();
    await answer(colleague);
    expect(await openBlockersOf(student)).toMatchObject([{ takenBy: own.id, answeredAt: expect.any(Date) }]);
  });

  test("what is new is counted until it has been seen", async () => {
    await ask();
    await answer();
    expect(await countOfUnread(student)).toBe(1);
    await markHelpSeen(student, new Date());
    expect(await countOfUnread(student)).toBe(0);
  });

  test("is opened again by either side, and twice is the same as once", async () => {
    await ask();
    await withdrawHelpRequest(student);
    expect(await addToRequest(student, "Jeszcze coś.")).toMatchObject({ refusal: "not_found" });
    for (const _ of [1, 2]) expect(await reopenRequest(student)).toMatchObject({ ok: true });
    expect(await openBlockersOf(student)).toMatchObject([{ status: "asked" }]);
    await withdrawHelpRequest(student);
    expect(await reopenRequestOf(own, student.id)).toMatchObject({ ok: true });
    expect(await threadsOf(student)).toMatchObject([{ closedAt: null }]);
  });

  test("is nobody else's", async () => {
    await ask();
    const stranger = await anInstructor();
    expect(await answer(stranger)).toMatchObject({ refusal: "not_found" });
    expect(await reopenRequestOf(stranger, student.id)).toMatchObject({ refusal: "not_found" });
    expect((await threadsOf(student))[0]?.replies).toEqual([]);
  });
});

describe("the letters about it", () => {
  test("go to all who teach the student until one of them has taken it, then to that one", async () => {
    await ask();
    await post();
    expect([lettersTo(own.email).length, lettersTo(colleague.email).length]).toEqual([1, 1]);
    await answer();
    await addToRequest(student, "Nadal nie.");
    await post();
    expect([lettersTo(own.email).length, lettersTo(colleague.email).length]).toEqual([2, 1]);
    expect(lettersTo(own.email).join()).not.toContain("Nadal nie.");
  });

  test("tell the student of an answer once, not at night, and not where it has been read", async () => {
    await ask();
    await takeJobs("help-mail");
    await answer();
    await post(night);
    expect(lettersTo(email)).toEqual([]);
    await post();
    await post();
    expect(lettersTo(email)).toHaveLength(1);
    await answer(own, "I jeszcze jedno.");
    await markHelpSeen(student, new Date(Date.now() + 1_000));
    await post();
    expect(lettersTo(email)).toHaveLength(1);
  });

  test("are not sent about what is solved", async () => {
    await ask();
    await withdrawHelpRequest(student);
    await post();
    expect(lettersTo(own.email)).toEqual([]);
  });
});

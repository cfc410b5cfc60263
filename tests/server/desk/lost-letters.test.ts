import { beforeEach, describe, expect, test } from "vitest";
import { wholeModule } from "#server/course/queries";
import { sendAgain } from "#server/message/again/commands";
import { sendMessage } from "#server/message/commands";
import { giveUpLostLetters } from "#server/message/lost";
import { postMessage } from "#server/message/post";
import { messageOf, recipientsOf, sentMessages } from "#server/message/queries";
import type { Instructor, Student } from "#server/viewer";
import { anInstructor, aStudent } from "../../support/cast.ts";
import { jobsOf, takeJobs } from "../../support/jobs.ts";
import { aMailbox, UNREACHABLE } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();
const noon = new Date("2026-11-28T11:00:00Z");
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
const WORDS = { subject: "Temat", body: "Treść", subjectEn: "", bodyEn: "" };

let own: Instructor;
let student: Student;
let email: string;

beforeEach(async () => {
  await takeJobs("message");
  const first = await aStudent();
  ({ student, email } = first);
  own = await anInstructor(first.cohort.id);
});

async function send(): Promise<string> {
  const id = crypto.randomUUID();
  const choice = { by: "people", ids: [student.id] } as const;
  const recipients = await recipientsOf(own, choice, { module: await wholeModule("pl"), now: new Date() });
  await sendMessage(own, { id, words: WORDS, cause: null, rule: null, recipients, now: new Date() });
  return id;
}
const giveUp = (now: Date) => asWorker(() => giveUpLostLetters(now));
const deliveryOf = async (id: string) => (await messageOf(own, id))?.deliveries[0];
const arrived = () => mailbox.letters.filter((letter) => letter.includes(`To: ${email}`)).length;

describe("a letter whose job gave up", () => {
  test("ends as not sent, with the reason, and not while a job is still there to send it", async () => {
    const id = await send();
    await giveUp(later(60));
    expect(await deliveryOf(id)).toMatchObject({ state: "queued" });
    await takeJobs("message");
    await giveUp(later(5));
    expect(await deliveryOf(id)).toMatchObject({ state: "queued" });
    await giveUp(later(11));
    expect(await deliveryOf(id)).toMatchObject({ state: "failed", reason: "no_answer" });
    expect(await sentMessages(own)).toMatchObject([{ id, failed: 1, queued: 0, sent: 0 }]);
  });

  test("stays to be tried again where the server says 'later'", async () => {
    await ownerDatabase().user.update({
      where: { id: student.id },
      data: { email: `${UNREACHABLE}-${student.id}@example.com` },
    });
    const id = await send();
    const [job] = await jobsOf("message");
    await expect(asWorker(() => postMessage(job?.data ?? { messageId: "", userId: "" }, noon))).rejects.toThrow();
    expect(await deliveryOf(id)).toMatchObject({ state: "queued" });
  });
});

describe("sending again", () => {
  const lost = async () => {
    const id = await send();
    await takeJobs("message");
    await giveUp(later(11));
    return id;
  };

  test("sends what did not arrive, once however often it is asked for, and nothing that has arrived", async () => {
    const id = await lost();
    const answers = await Promise.all([sendAgain(own, id, student.id), sendAgain(own, id, null)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    for (const job of await takeJobs("message")) await asWorker(() => postMessage(job, noon));
    expect(arrived()).toBe(1);
    expect(await deliveryOf(id)).toMatchObject({ state: "sent", reason: null });
    expect(await sendAgain(own, id, null)).toEqual({ ok: false, refusal: "nobody" });
  });

  test("is nobody's but an instructor's of that student, and not to an address that takes no mail", async () => {
    const id = await lost();
    const stranger = await anInstructor();
    expect(await sendAgain(stranger, id, null)).toEqual({ ok: false, refusal: "nobody" });
    expect(await sendAgain(stranger, id, student.id)).toEqual({ ok: false, refusal: "nobody" });
    expect(await sendAgain(own, crypto.randomUUID(), null)).toEqual({ ok: false, refusal: "nobody" });
    await ownerDatabase().user.update({
      where: { id: student.id },
      data: { mailRefusedAt: new Date(), mailRefusedStatus: "5.1.1" },
    });
    expect(await sendAgain(own, id, null)).toEqual({ ok: false, refusal: "nobody" });
    expect(await jobsOf("message")).toEqual([]);
  });
});

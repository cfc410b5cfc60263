import { beforeEach, describe, expect, test } from "vitest";
import { WHOLE_VIEW } from "#domain/desk/view";
import { wholeModule } from "#server/course/queries";
import { sendMessage, setMessagesByMail } from "#server/message/commands";
import { DAILY_CAP, postMessage } from "#server/message/post";
import { type Choice, messageOf, messagesTo, recipientsOf, sentMessages } from "#server/message/queries";
import type { Instructor, Student } from "#server/viewer";
import { anInstructor, aStudent, asStudent, cast } from "../../support/cast.ts";
import { DAY_MS, needing, openBlockersOf, tested } from "../../support/help.ts";
import { jobsOf, takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();
const noon = new Date("2026-11-28T11:00:00Z");
const night = new Date("2026-11-28T22:00:00Z");
const FAILURES = [
  [30, "key_invalid"],
  [20, "key_invalid"],
  [10, "key_invalid"],
] as const;
const WORDS = { subject: "Jak rozwiązać", body: "Raz\n\nDwa", subjectEn: "How to", bodyEn: "One" };

let own: Instructor;
let cohortId: string;
let student: Student;
let email: string;

beforeEach(async () => {
  await takeJobs("message");
  const first = await aStudent();
  ({ student, email } = first);
  cohortId = first.cohort.id;
  own = await anInstructor(cohortId);
  await tested(student, ...FAILURES);
});

const setting = async () => ({ module: await wholeModule("pl"), now: new Date() });
const meant = async (choice: Choice, by = own) => recipientsOf(by, choice, await setting());
const EVERYBODY: Choice = { by: "view", view: { ...WHOLE_VIEW, cause: "key_invalid" } };

async function send(choice = EVERYBODY, by = own, id: string = crypto.randomUUID()) {
  const recipients = await meant(choice, by);
  const rule = choice.by === "rule" ? choice.rule : null;
  const wish = { id, words: WORDS, cause: "key_invalid" as const, rule, recipients, now: new Date() };
  return { id, sent: await sendMessage(by, wish) };
}

/** What the worker does with the letters that are due. */
async function post(now = noon): Promise<void> {
  for (const { data } of await jobsOf("message"))
    await asWorker(() => postMessage(data as { messageId: string; userId: string }, now));
}
const lettersTo = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));
const deliveryOf = async (id: string) => (await messageOf(own, id))?.deliveries[0];

describe("a message to many", () => {
  test("reaches everybody with the cause, and each case is answered and in the writer's hands", async () => {
    const row = await cast().aStudent({ cohortId, name: "Druga Osoba" });
    const second = asStudent(row);
    await tested(second, ...FAILURES);
    await ownerDatabase().user.update({ where: { id: second.id }, data: { locale: "en" } });
    const { id, sent } = await send();
    expect(sent).toEqual({ ok: true, value: 2 });
    for (const person of [student, second])
      expect(await openBlockersOf(person)).toMatchObject([{ answeredAt: expect.any(Date), takenBy: own.id }]);
    await post();
    const [letter = ""] = lettersTo(email);
    expect(letter).toContain("Jak rozwiązać");
    expect(letter).toMatch(/\/lessons\/modul-1\/[a-z-]+\?t=\d+#film/);
    expect(letter).toMatch(/List-Unsubscribe:\s+<http.+\/unsubscribe\/[0-9a-f-]{36}>/);
    expect(lettersTo(row.email).join()).toContain("How to");
    expect((await sentMessages(own)).find((message) => message.id === id)).toMatchObject({ sent: 2, queued: 0 });
  });

  test("a second click, and two workers, send one", async () => {
    const { id } = await send();
    await send(EVERYBODY, own, id);
    await Promise.all([post(), post()]);
    await post();
    expect(lettersTo(email)).toHaveLength(1);
  });

  test("says nothing by mail of what has been solved before it went out", async () => {
    const { id } = await send();
    await tested(student, [1, "passed"]);
    await post();
    expect(lettersTo(email)).toEqual([]);
    expect(await deliveryOf(id)).toMatchObject({ state: "skipped", reason: "solved" });
    expect(await messagesTo(student)).toEqual([]);
  });

  test("waits for the morning at night, and is in the portal at once", async () => {
    const { id } = await send();
    await post(night);
    expect(lettersTo(email)).toEqual([]);
    expect(await deliveryOf(id)).toMatchObject({ state: "queued" });
    expect(await messagesTo(student)).toMatchObject([{ subject: "Jak rozwiązać", sender: own.name }]);
    expect(await jobsOf("message")).not.toEqual([]);
  });

  test("comes by mail no more than three times in a day", async () => {
    for (let at = 0; at <= DAILY_CAP; at++) await send();
    await post();
    expect(lettersTo(email)).toHaveLength(DAILY_CAP);
    expect((await sentMessages(own)).map(({ skipped }) => skipped).sort()).toEqual([0, 0, 0, 1]);
  });

  test("stays in the portal for whoever has switched its mail off, by the link alone", async () => {
    const { unsubscribeToken } = await ownerDatabase().user.findUniqueOrThrow({ where: { id: student.id } });
    expect(await setMessagesByMail(crypto.randomUUID(), false)).toBe(false);
    expect(await setMessagesByMail(unsubscribeToken, false)).toBe(true);
    const { id } = await send();
    await post();
    expect([lettersTo(email), (await messagesTo(student)).length]).toEqual([[], 1]);
    expect(await deliveryOf(id)).toMatchObject({ state: "skipped", reason: "unsubscribed" });
  });
});

describe("whom a message means", () => {
  test("nobody of another instructor's, whatever the address asks for", async () => {
    const stranger = await anInstructor();
    const [blocker] = await needing(own);
    for (const choice of [
      EVERYBODY,
      { by: "cases", ids: [blocker?.id ?? ""] },
      { by: "people", ids: [student.id] },
      { by: "rule", rule: { kind: "undone", step: "openai-konto" } },
    ] as const)
      expect(await meant(choice, stranger)).toEqual([]);
    expect((await send(EVERYBODY, stranger)).sent).toEqual({ ok: false, refusal: "nobody" });
    const { id } = await send();
    expect(await messageOf(stranger, id)).toBeNull();
  });

  test("a rule is asked again when the mail goes out", async () => {
    const rule = { kind: "undone", step: "openai-konto" } as const;
    const { id } = await send({ by: "rule", rule });
    await cast().aTick(student.id, rule.step);
    await post();
    expect(await deliveryOf(id)).toMatchObject({ state: "skipped", reason: "no_longer" });
  });

  test("who has not been here is counted from the last visit, or from the invitation", async () => {
    const meantBy = (days: number) => meant({ by: "rule", rule: { kind: "inactive", days } });
    await ownerDatabase().user.update({
      where: { id: student.id },
      data: { lastActiveAt: new Date(Date.now() - 4 * DAY_MS) },
    });
    expect([(await meantBy(3)).length, (await meantBy(5)).length]).toEqual([1, 0]);
  });
});

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { reportIn } from "#domain/mail/report";
import { ownDataOf } from "#server/account/queries";
import { record } from "#server/audit/record";
import { studentOf } from "#server/cohort/queries";
import { wholeModule } from "#server/course/queries";
import { database } from "#server/database/client";
import { addressTakesMail } from "#server/mail/proof";
import { sendAgain } from "#server/message/again/commands";
import { sendMessage, setMessagesByMail } from "#server/message/commands";
import { postMessage } from "#server/message/post";
import { messageOf, recipientsOf, sentMessages } from "#server/message/queries";
import { keepRetention } from "#server/retention/keep";
import type { Instructor, Student } from "#server/viewer";
import { connected } from "../../../scripts/database/connection.ts";
import { noteReport } from "../../../scripts/mail/bounce.ts";
import { anInstructor, aStudent } from "../../support/cast.ts";
import { DAY_MS } from "../../support/help.ts";
import { takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { aReport, type Wish } from "../../support/reports.ts";
import { addressOf, asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";

vi.hoisted(() => {
  process.env.MAIL_BOUNCES = "zwroty@kurs.example.pl";
});
const mailbox = aMailbox();
const noon = new Date("2026-11-28T11:00:00Z");
const WORDS = { subject: "Temat", body: "Treść", subjectEn: "", bodyEn: "" };

let own: Instructor;
let student: Student;
let email: string;
let messageId: string;

const personNow = () => ownerDatabase().user.findUniqueOrThrow({ where: { id: student.id } });
const delivery = async () => (await messageOf(own, messageId))?.deliveries[0];
const post = async () => {
  for (const job of await takeJobs("message")) await asWorker(() => postMessage(job, noon));
};
const tokenOf = (letter = mailbox.letterTo(email) ?? "") =>
  /Message-ID: <([0-9a-f]{32})@example\.com>/.exec(letter)?.[1] ?? "";

async function note(wish: Wish = {}) {
  const report = reportIn(aReport({ token: tokenOf(), reader: email, ...wish }));
  if (!report.ok) throw new Error(report.refusal);
  return connected(addressOf("owner"), (client) => noteReport(client, report.value));
}

beforeEach(async () => {
  await takeJobs("message");
  const first = await aStudent();
  ({ student, email } = first);
  own = await anInstructor(first.cohort.id);
  messageId = crypto.randomUUID();
  const choice = { by: "people", ids: [student.id] } as const;
  const recipients = await recipientsOf(own, choice, { module: await wholeModule("pl"), now: new Date() });
  await sendMessage(own, { id: messageId, words: WORDS, cause: null, rule: null, recipients, now: new Date() });
  await post();
});

describe("a letter that comes back", () => {
  test("carries a token of its own, of which the database has a hash", async () => {
    expect(tokenOf()).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(await rowsAs("owner", "SELECT l::text FROM mail_letter l"))).not.toContain(tokenOf());
    await expect(rowsAs("worker", "SELECT token_hash FROM mail_letter")).rejects.toThrow("permission denied");
    await expect(rowsAs("web", "UPDATE mail_letter SET bounced_at = now()")).rejects.toThrow("permission denied");
  });

  test("for good is told with the message and with the person, once however often it is reported", async () => {
    expect(await note()).toEqual({ ok: true, value: { kind: "message", outcome: "marked" } });
    expect(await note()).toMatchObject({ value: { outcome: "known" } });
    expect(await delivery()).toMatchObject({ state: "bounced", reason: "5.1.1", mailRefusedAt: expect.any(Date) });
    expect(await sentMessages(own)).toMatchObject([{ sent: 0, bounced: 1 }]);
    expect(await studentOf(own, student.id)).toMatchObject({ mailRefusedStatus: "5.1.1" });
    const choice = { by: "people", ids: [student.id] } as const;
    const again = await recipientsOf(own, choice, { module: await wholeModule("pl"), now: new Date() });
    expect(again).toMatchObject([{ isRefusing: true }]);
    expect((await ownDataOf(student)).person.letters).toMatchObject([{ kind: "message", bounceStatus: "5.1.1" }]);
    const events = await rowsAs("owner", "SELECT 1 FROM audit_event WHERE kind = 'mail.bounced' AND subject_id = $1", [
      student.id,
    ]);
    expect(events).toHaveLength(1);
  });

  test("for now is told with the message, and the address stays as it is; what is only late is no more than late", async () => {
    expect(await note({ action: "delayed", status: "4.4.1" })).toMatchObject({ value: { outcome: "delayed" } });
    expect(await delivery()).toMatchObject({ state: "sent", reason: "delayed" });
    expect(await note({ status: "4.4.7" })).toMatchObject({ value: { outcome: "noted" } });
    expect(await delivery()).toMatchObject({ state: "bounced", reason: "4.4.7", mailRefusedAt: null });
    expect(await note({ status: "5.2.1" })).toMatchObject({ value: { outcome: "marked" } });
  });

  test("does not mark the address that somebody has meanwhile", async () => {
    await ownerDatabase().user.update({ where: { id: student.id }, data: { email: `nowy-${email}` } });
    expect(await note()).toMatchObject({ value: { outcome: "noted" } });
    expect(await personNow()).toMatchObject({ mailRefusedAt: null });
  });

  test("is told of the letter that was sent last, where it was sent again", async () => {
    const first = tokenOf();
    await note({ status: "4.4.7" });
    expect(await sendAgain(own, messageId, null)).toEqual({ ok: true, value: 1 });
    await post();
    expect(tokenOf()).not.toBe(first);
    await note({ token: first, status: "5.2.2" });
    expect(await delivery()).toMatchObject({ state: "sent" });
  });
});

describe("a report that is not believed", () => {
  test.each([
    ["a token that nobody was given", { token: "0".repeat(32) }, "unknown"],
    ["somebody else's address", { reader: "ktos@inny.example" }, "not_its_reader"],
  ] as const)("%s changes nothing", async (_, wish, refusal) => {
    expect(await note(wish)).toEqual({ ok: false, refusal });
    expect(await delivery()).toMatchObject({ state: "sent", reason: null, mailRefusedAt: null });
    expect(await ownerDatabase().mailLetter.count({ where: { userId: student.id, bouncedAt: { not: null } } })).toBe(0);
  });
});

describe("the mark goes", () => {
  beforeEach(async () => void (await note()));

  test("with another address", async () => {
    await ownerDatabase().user.update({ where: { id: student.id }, data: { email: `nowy-${email}` } });
    expect(await personNow()).toMatchObject({ mailRefusedAt: null, mailRefusedStatus: null });
  });

  test("when a link of a letter has let somebody in", async () => {
    await addressTakesMail(email);
    expect(await personNow()).toMatchObject({ mailRefusedAt: null, mailRefusedStatus: null });
  });

  test("when a link of a letter is used to say whether more are wanted", async () => {
    await setMessagesByMail((await personNow()).unsubscribeToken, true);
    expect((await personNow()).mailRefusedAt).toBeNull();
  });

  test("and an older letter that comes back after that does not bring it back", async () => {
    await addressTakesMail(email);
    await record(database(), { kind: "login.succeeded", subjectId: student.id, facts: { method: "mail" } });
    await ownerDatabase().mailLetter.updateMany({
      where: { userId: student.id },
      data: { bouncedAt: null, bounceStatus: null },
    });
    expect(await note()).toMatchObject({ value: { outcome: "noted" } });
    expect((await personNow()).mailRefusedAt).toBeNull();
  });
});

test("what is kept to know a letter again goes after a month", async () => {
  await asWorker(() => keepRetention(new Date(Date.now() + 29 * DAY_MS)));
  expect(await ownerDatabase().mailLetter.count({ where: { userId: student.id } })).toBe(1);
  await asWorker(() => keepRetention(new Date(Date.now() + 31 * DAY_MS)));
  expect(await ownerDatabase().mailLetter.count({ where: { userId: student.id } })).toBe(0);
});

describe("the command that a mail server pipes into", () => {
  /** What is refused never gets so far as to ask for the database. */
  const NOWHERE = "postgresql://nobody:x@127.0.0.1:9/none";
  const folder = mkdtempSync(join(tmpdir(), "rozruch-mail-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (text: string, ...words: string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, ["--conditions=react-server", join("scripts", "mail.ts"), ...words], {
        env: { NODE_ENV: "test", PATH: process.env.PATH ?? "", DATA_DIR: folder, DATABASE_URL: NOWHERE },
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
      child.on("close", (code) => resolve({ code, said }));
      child.stdin.on("error", () => undefined);
      child.stdin.end(text);
    });

  test.each([
    ["nothing", "", "Nothing came in"],
    ["plain mail", "Subject: Re\r\n\r\nDzięki", "This is no delivery status notification"],
    ["a megabyte and more", "x".repeat(1_100_000), "longer than 1 MiB"],
    ["two letters in one", aReport({ messageId: "f".repeat(32) }), "names two letters"],
  ])("refuses %s with a sentence and 65", async (_, text, words) => {
    const { code, said } = await run(text, "bounce");
    expect([code, said]).toEqual([65, expect.stringContaining(words)]);
    expect(said).toContain("Nothing was written.");
  });

  test("asks for another try where there is no database, and says how it is used where it is misused", async () => {
    expect((await run(aReport(), "bounce")).code).toBe(75);
    expect(await run("", "bounces")).toMatchObject({
      code: 1,
      said: expect.stringContaining("npm run mail -- bounce"),
    });
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { wholeModule } from "#server/course/queries";
import { sendMessage } from "#server/message/commands";
import { postMessage } from "#server/message/post";
import { letterPreview, type Turn } from "#server/message/preview/queries";
import { type Choice, recipientsOf } from "#server/message/queries";
import type { Instructor } from "#server/viewer";
import { anInstructor, cast } from "../../support/cast.ts";
import { takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();
const noon = new Date("2026-11-28T11:00:00Z");
const WORDS = { subject: "Jak <b>rozwiązać</b>", body: "Raz\n\nDwa", subjectEn: "How to", bodyEn: "One" };
const RULE = { kind: "undone", step: "openai-konto" } as const;
const EVERYBODY: Choice = { by: "rule", rule: RULE };

let own: Instructor;
let people: { id: string; email: string }[];

beforeEach(async () => {
  await takeJobs("message");
  const cohort = await cast().aCohort();
  people = [];
  for (const name of ["Ala Pierwsza", "Bea Druga", "Cyd Trzeci"])
    people.push(await cast().aStudent({ cohortId: cohort.id, name }));
  await ownerDatabase().user.update({ where: { id: people[1]?.id ?? "" }, data: { locale: "en" } });
  own = await anInstructor(cohort.id);
});

const meant = async (by = own) => recipientsOf(by, EVERYBODY, { module: await wholeModule("pl"), now: new Date() });
const look = async (person: string | null, turn: Turn = "show", by = own, words = WORDS) =>
  letterPreview(await meant(by), { words, cause: "key_invalid" }, { person, turn });

describe("a letter that is looked at before it goes out", () => {
  test("is the one that goes out, but for the reader's own link to unsubscribe", async () => {
    const [first] = people;
    const shown = await look(null);
    const wish = { id: crypto.randomUUID(), words: WORDS, cause: "key_invalid" as const, rule: null, now: noon };
    await sendMessage(own, { ...wish, recipients: (await meant()).slice(0, 1) });
    for (const job of await takeJobs("message")) await asWorker(() => postMessage(job, noon));
    const sent = mailbox.letterTo(first?.email ?? "") ?? "";
    const { unsubscribeToken } = await ownerDatabase().user.findUniqueOrThrow({ where: { id: first?.id ?? "" } });
    const body = shown?.html.slice(shown.html.indexOf("<body")).replaceAll("***", unsubscribeToken) ?? "";
    expect(sent.replaceAll(/\s+/g, "")).toContain(body.replaceAll(/\s+/g, ""));
    expect(sent.replaceAll(/\s+/g, "")).toContain(
      shown?.text.replaceAll("***", unsubscribeToken).replaceAll(/\s+/g, ""),
    );
    expect(sent).toContain(`From: ${shown?.from}`);
    expect(shown).toMatchObject({ to: first?.email, locale: "pl", position: 1, count: 3, isByMail: true });
  });

  test("is in the language of its reader, for each in turn and round again", async () => {
    const [first, second, third] = people.map(({ id }) => id);
    expect(await look(first ?? "", "next")).toMatchObject({ userId: second, locale: "en", subject: "How to" });
    expect(await look(first ?? "", "previous")).toMatchObject({ userId: third, position: 3 });
    expect(await look(third ?? "", "next")).toMatchObject({ userId: first, subject: WORDS.subject });
  });

  test("shows no link that switches somebody's mail off, and nothing that runs or loads", async () => {
    for (const { id } of people) {
      const { unsubscribeToken } = await ownerDatabase().user.findUniqueOrThrow({ where: { id } });
      const shown = await look(id);
      expect(JSON.stringify(shown)).not.toContain(unsubscribeToken);
      expect(shown?.html).not.toMatch(/<script|<img|src=|url\(|<b>rozwiązać/);
      expect(shown?.html).toContain("default-src 'none'");
    }
  });

  test("says as little of a secret as the letter will", async () => {
    const key = `sk-${"proj"}-${"Ab1".repeat(16)}`;
    const shown = await look(null, "show", own, { ...WORDS, body: `Klucz ${key}` });
    expect(JSON.stringify(shown)).not.toContain(key);
  });

  test("is to nobody of another instructor's, and starts again where its reader is no longer meant", async () => {
    expect(await look(people[0]?.id ?? "", "show", await anInstructor())).toBeNull();
    expect(await look(crypto.randomUUID(), "next")).toMatchObject({ position: 1 });
  });
});

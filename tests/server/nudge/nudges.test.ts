import { describe, expect, test } from "vitest";
import type { NudgeRules } from "#domain/nudge/rule";
import { setNudges } from "#server/nudge/commands";
import { nudgePreview, nudgesOf } from "#server/nudge/queries";
import { aManager, anInstructor } from "../../support/cast.ts";
import { jobsOf } from "../../support/jobs.ts";
import { night, nudging } from "../../support/nudging.ts";
import { ownerDatabase } from "../../support/roles.ts";

const { now, student, switchOn, hour, post, received, letters, fates, due, stuck, unseen, silent } = nudging();

type Case = readonly [kind: keyof NudgeRules, days: number, set: () => Promise<unknown>, subject: string, link: RegExp];
const CASES: readonly Case[] = [
  ["due", 3, due, "klucz", /\/lessons\/modul-1\/klucz-api\s/],
  ["blocked", 3, stuck, "Da się to rozwiązać: brak środków", /\/lessons\/modul-1\/[\w-]+\?t=\d+#film/],
  ["never_signed_in", 3, unseen, "Twoje miejsce w kursie czeka", /\/login\s/],
  [
    "stalled",
    3,
    silent,
    "Twoje kroki czekają w portalu",
    /Następny krok: „.+” w lekcji[\s\S]+tego kroku[\s\S]+\/lessons\/modul-1\/[\w-]+#[\w-]+/,
  ],
];

describe.each(CASES)("a reminder: %s", (kind, days, set, subject, link) => {
  test("is off until a manager of that cohort switches it on, and then says the next step with a link", async () => {
    await set();
    await hour();
    expect(await setNudges(await aManager(), now.cohort.id, { [kind]: days })).toBe(false);
    await hour();
    expect(await received()).toEqual([]);
    expect(await switchOn({ [kind]: days })).toBe(true);
    await hour();
    expect(await received()).toMatchObject([
      { sender: null, subject: expect.stringMatching(new RegExp(subject, "i")) },
    ]);
    await post();
    const [letter = "", ...more] = letters();
    expect(more).toEqual([]);
    expect(letter).toMatch(link);
    expect(letter).toContain("To przypomnienie portal wysyła sam, jeden raz.");
    expect(letter).toMatch(/List-Unsubscribe:\s+<http.+\/unsubscribe\/[0-9a-f-]{36}>/);
  });

  test("comes once, however many workers look and however often", async () => {
    await set();
    await switchOn({ [kind]: days });
    await Promise.all([hour(), hour()]);
    await hour(new Date(Date.now() + 23 * 3_600_000));
    expect(await received()).toHaveLength(1);
  });

  test("names beforehand whom it will reach, and nobody afterwards", async () => {
    await set();
    const look = async () => (await nudgePreview(now.cohort, { [kind]: days }, new Date()))[kind];
    expect(await look()).toEqual({ count: 1, names: [student().name] });
    await switchOn({ [kind]: days });
    await hour();
    expect(await look()).toEqual({ count: 0, names: [] });
  });

  test("does not go out once it is switched off", async () => {
    await set();
    await switchOn({ [kind]: days });
    await hour();
    await post(night);
    await switchOn({});
    await post();
    expect(letters()).toEqual([]);
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
  });

  test("is in English for whoever reads that, and in the portal alone for whoever wants no mail", async () => {
    await set();
    await ownerDatabase().user.update({ where: { id: student().id }, data: { locale: "en" } });
    await switchOn({ [kind]: days });
    await hour();
    await post();
    expect(letters().join()).toContain("The portal sends this reminder by itself, once.");
    await ownerDatabase().messageRecipient.deleteMany({ where: { userId: student().id } });
    await ownerDatabase().user.update({ where: { id: student().id }, data: { messagesByMail: false } });
    await hour();
    await post();
    expect(letters()).toHaveLength(1);
    expect(await fates()).toEqual([{ state: "skipped", reason: "unsubscribed" }]);
  });
});

describe("the settings", () => {
  test("are those of the last who saved, whole, and seen by whoever manages the cohort", async () => {
    await Promise.all([switchOn({ due: 2, stalled: 5 }), switchOn({ blocked: 4 })]);
    const saved = (await nudgesOf(await anInstructor(now.cohort.id)))[0]?.rules ?? {};
    expect([{ due: 2, stalled: 5 }, { blocked: 4 }]).toContainEqual(saved);
    expect(await nudgesOf(await anInstructor())).toMatchObject([{ rules: {} }]);
  });

  test("letters wait for the morning, and nothing is queued where nobody is meant", async () => {
    await switchOn({ never_signed_in: 1, stalled: 1, blocked: 1, due: 1 });
    await hour();
    expect(await jobsOf("message")).toEqual([]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { dayEnds } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";
import { dayAfter } from "#domain/credential/expiry";
import type { NudgeRules } from "#domain/nudge/rule";
import { moduleOf } from "#server/course/queries";
import { everyHour } from "#server/digest/hourly";
import { postMessage } from "#server/message/post";
import { messagesTo } from "#server/message/queries";
import { setNudges } from "#server/nudge/commands";
import { nudgePreview, nudgesOf } from "#server/nudge/queries";
import type { Student } from "#server/viewer";
import { aManager, anInstructor, aStudent, asStudent, cast } from "../../support/cast.ts";
import { ago, DAY_MS, settle, tested } from "../../support/help.ts";
import { jobsOf, takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();
const at = (hour: number) => new Date(`${new Date().toISOString().slice(0, 10)}T${hour}:00:00Z`);
const [noon, night] = [at(11), at(22)];
const LESSON = { module: "modul-1", lesson: "klucz-api" };
const dueOn = (days: number) => dayEnds(dayAfter(new Date(), days), COURSE_ZONE) ?? new Date();

let cohort: { id: string; slug: string };
let student: Student;
let email: string;

async function somebody(wish: Parameters<typeof aStudent>[0] = {}): Promise<void> {
  const first = await aStudent(wish);
  ({ student, email, cohort } = first);
}

beforeEach(async () => {
  await takeJobs("message");
  await ownerDatabase().nudgeRule.deleteMany();
  await somebody();
});

const switchOn = async (rules: NudgeRules, id = cohort.id) => setNudges(await aManager(id), id, rules);
const hour = (now = new Date()) => asWorker(() => everyHour(now));
const post = async (now = noon) => {
  for (const job of await takeJobs("message")) await asWorker(() => postMessage(job, now));
};
const received = () => messagesTo(student);
const letters = () => mailbox.letters.filter((letter) => letter.includes(`To: ${email}`));
const fates = () =>
  ownerDatabase().messageRecipient.findMany({ where: { userId: student.id }, select: { state: true, reason: true } });
const due = (dueAt = dueOn(2)) => ownerDatabase().lessonDue.create({ data: { cohortId: cohort.id, ...LESSON, dueAt } });
const stuck = async (days = 4) => {
  const minutes = days * 24 * 60;
  await tested(
    student,
    [minutes + 30, "quota_insufficient"],
    [minutes + 20, "quota_insufficient"],
    [minutes + 10, "quota_insufficient"],
  );
  await ownerDatabase().blocker.updateMany({ where: { userId: student.id }, data: { openedAt: ago(days * DAY_MS) } });
};
const unseen = () => somebody({ invitedAt: ago(4 * DAY_MS), firstSignedInAt: null });
const silent = async () => {
  await somebody({ invitedAt: ago(9 * DAY_MS), firstSignedInAt: ago(8 * DAY_MS) });
  await settle(student);
};

type Case = readonly [kind: keyof NudgeRules, days: number, set: () => Promise<unknown>, subject: string, link: RegExp];
const CASES: readonly Case[] = [
  ["due", 3, due, "klucz", /\/lessons\/modul-1\/klucz-api\s/],
  ["blocked", 3, stuck, "Da się to rozwiązać: brak środków", /\/lessons\/modul-1\/[\w-]+\?t=\d+#film/],
  ["never_signed_in", 3, unseen, "Twoje miejsce w kursie czeka", /\/login\s/],
  ["stalled", 3, silent, "Twoje kroki czekają w portalu", /Następny krok: .+\/lessons\/modul-1\/[\w-]+#[\w-]+/],
];

describe.each(CASES)("a reminder: %s", (kind, days, set, subject, link) => {
  test("is off until a manager of that cohort switches it on, and then says the next step with a link", async () => {
    await set();
    await hour();
    expect(await setNudges(await aManager(), cohort.id, { [kind]: days })).toBe(false);
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
    const look = async () => (await nudgePreview(cohort, { [kind]: days }, new Date()))[kind];
    expect(await look()).toEqual({ count: 1, names: [student.name] });
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
    await ownerDatabase().user.update({ where: { id: student.id }, data: { locale: "en" } });
    await switchOn({ [kind]: days });
    await hour();
    await post();
    expect(letters().join()).toContain("The portal sends this reminder by itself, once.");
    await ownerDatabase().messageRecipient.deleteMany({ where: { userId: student.id } });
    await ownerDatabase().user.update({ where: { id: student.id }, data: { messagesByMail: false } });
    await hour();
    await post();
    expect(letters()).toHaveLength(1);
    expect(await fates()).toEqual([{ state: "skipped", reason: "unsubscribed" }]);
  });
});

describe("what has changed before a reminder goes out", () => {
  const remind = async (rules: NudgeRules) => {
    await switchOn(rules);
    await hour();
    expect(await received()).toHaveLength(1);
  };

  test("a first sign-in", async () => {
    await unseen();
    await remind({ never_signed_in: 3 });
    await ownerDatabase().user.update({ where: { id: student.id }, data: { firstSignedInAt: new Date() } });
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
  });

  test("the lesson is done", async () => {
    await due();
    await remind({ due: 3 });
    const lesson = (await moduleOf("pl")).lessons.find(({ slug }) => slug === LESSON.lesson);
    for (const { id } of lesson?.steps ?? []) await cast().aTick(student.id, id);
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
  });

  test("the lesson has another day: and that one is told in its turn", async () => {
    await due();
    await remind({ due: 3 });
    await ownerDatabase().lessonDue.updateMany({ where: { cohortId: cohort.id }, data: { dueAt: dueOn(3) } });
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
    await hour(new Date(Date.now() + 21 * 3_600_000));
    expect(await received()).toHaveLength(1);
  });

  test("the trouble is solved", async () => {
    await stuck();
    await remind({ blocked: 3 });
    await tested(student, [1, "passed"]);
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "solved" }]);
  });

  test("somebody has moved on", async () => {
    await silent();
    await remind({ stalled: 3 });
    await cast().aTick(student.id, "openai-konto");
    await settle(student);
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "solved" }]);
  });
});

describe("whom the portal leaves in peace", () => {
  test("whoever it has written to today, whatever else there is to say; that comes a day later", async () => {
    await stuck();
    await due(dueOn(3));
    await switchOn({ due: 3, blocked: 3 });
    await hour();
    await hour();
    expect((await received()).map(({ subject }) => subject)).toEqual([expect.stringContaining("Do ")]);
    await hour(new Date(Date.now() + 21 * 3_600_000));
    expect(await received()).toHaveLength(2);
  });

  test("whom an instructor has answered, or put off until later", async () => {
    await stuck();
    await switchOn({ blocked: 3 });
    const blocker = (data: object) =>
      ownerDatabase().blocker.updateMany({ where: { userId: student.id, closedAt: null }, data });
    await blocker({ answeredAt: new Date() });
    await hour();
    const later = new Date(Date.now() + DAY_MS);
    await blocker({ answeredAt: null, snoozedUntil: later, snoozedBy: student.id, snoozedAt: new Date() });
    await hour();
    expect(await received()).toEqual([]);
  });

  test("whose day is still far, or over, and who waits for no day at all", async () => {
    await due(dueOn(9));
    await switchOn({ due: 3 });
    await hour();
    await ownerDatabase().lessonDue.updateMany({ where: { cohortId: cohort.id }, data: { dueAt: ago(DAY_MS) } });
    await hour();
    expect(await received()).toEqual([]);
  });

  test("people of a cohort that is put away, or whose course is over", async () => {
    await unseen();
    await switchOn({ never_signed_in: 3 });
    await ownerDatabase().cohort.update({ where: { id: cohort.id }, data: { endsAt: ago(DAY_MS) } });
    await hour();
    await ownerDatabase().cohort.update({ where: { id: cohort.id }, data: { endsAt: null, archivedAt: new Date() } });
    await hour();
    expect(await received()).toEqual([]);
  });

  test("somebody in two cohorts hears of the same trouble from one of them", async () => {
    await stuck();
    const second = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: second.id, userId: student.id, role: "student" } });
    await settle(asStudent(student, cohort.slug, second.slug));
    await ownerDatabase().blocker.updateMany({ where: { userId: student.id }, data: { openedAt: ago(4 * DAY_MS) } });
    await switchOn({ blocked: 3 });
    await switchOn({ blocked: 3 }, second.id);
    await hour();
    await hour(new Date(Date.now() + 2 * DAY_MS));
    expect(await received()).toHaveLength(1);
  });
});

describe("the settings", () => {
  test("are those of the last who saved, whole, and seen by whoever manages the cohort", async () => {
    await Promise.all([switchOn({ due: 2, stalled: 5 }), switchOn({ blocked: 4 })]);
    const saved = (await nudgesOf(await anInstructor(cohort.id)))[0]?.rules ?? {};
    expect([{ due: 2, stalled: 5 }, { blocked: 4 }]).toContainEqual(saved);
    expect(await nudgesOf(await anInstructor())).toMatchObject([{ rules: {} }]);
  });

  test("letters wait for the morning, and nothing is queued where nobody is meant", async () => {
    await switchOn({ never_signed_in: 1, stalled: 1, blocked: 1, due: 1 });
    await hour();
    expect(await jobsOf("message")).toEqual([]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { WHOLE_VIEW } from "#domain/desk/view";
import { wholeModule } from "#server/course/queries";
import { releaseBlockers, resolveBlockers, snoozeBlockers, takeBlockers, wakeBlockers } from "#server/desk/commands";
import { deskRows, facetsOf } from "#server/desk/queries";
import { undo } from "#server/desk/undo/commands";
import { wakeWhoWasOutOfTheWay } from "#server/desk/wake";
import { askForHelp } from "#server/help/commands";
import { countOfNeeding, openRequestOf } from "#server/help/queries";
import type { Instructor, Student } from "#server/viewer";
import { anInstructor, aStudent } from "../../support/cast.ts";
import { ago, blockersOf, DAY_MS, MINUTE_MS, needing, openBlockersOf, settle, tested } from "../../support/help.ts";
import { asWorker } from "../../support/roles.ts";

const NOTHING = { changed: 0, gone: 0, others: 0 };
const FAILURES = [
  [30, "key_invalid"],
  [20, "key_invalid"],
  [10, "key_invalid"],
] as const;

let own: Instructor;
let colleague: Instructor;
let stranger: Instructor;
let student: Student;
const caseOf = async (person: Student) => (await openBlockersOf(person))[0]?.id ?? "";
const now = () => new Date();

beforeEach(async () => {
  const { student: person, cohort } = await aStudent();
  student = person;
  [own, colleague, stranger] = [await anInstructor(cohort.id), await anInstructor(cohort.id), await anInstructor()];
  await tested(student, ...FAILURES);
});

describe("taking somebody on", () => {
  test("of two at once one has the person, and the other hears of it", async () => {
    const id = await caseOf(student);
    const both = await Promise.all([own, colleague].map((by) => takeBlockers(by, [id], { now: now(), isOver: false })));
    expect(both.toSorted((a, b) => b.changed - a.changed)).toEqual([
      { changed: 1, gone: 0, others: 0 },
      { changed: 0, gone: 0, others: 1 },
    ]);
  });

  test("taking over is done with open eyes, and twice is the same as once", async () => {
    const id = await caseOf(student);
    await takeBlockers(own, [id], { now: now(), isOver: false });
    for (const _ of [1, 2])
      expect(await takeBlockers(colleague, [id], { now: now(), isOver: true })).toMatchObject({
        changed: 1,
      });
    expect((await needing(own))[0]?.taker).toMatchObject({ isReader: false });
    expect(await releaseBlockers(own, [id])).toEqual({ changed: 0, gone: 0, others: 1 });
    expect(await releaseBlockers(colleague, [id])).toMatchObject({ changed: 1 });
  });

  test("whoever looks after a person goes on doing so when the reason changes", async () => {
    await takeBlockers(own, [await caseOf(student)], { now: now(), isOver: false });
    await askForHelp(student, { note: "Nie wiem, co dalej.", stepId: null });
    expect(await openBlockersOf(student)).toMatchObject([{ status: "asked", takenBy: own.id }]);
  });

  test("somebody else's people and unknown ones are not there", async () => {
    const ids = [await caseOf(student), crypto.randomUUID()];
    expect(await takeBlockers(stranger, ids, { now: now(), isOver: true })).toEqual({
      ...NOTHING,
      gone: 2,
    });
    expect(await resolveBlockers(stranger, ids, now())).toEqual({ ...NOTHING, gone: 2 });
    expect(await openBlockersOf(student)).toMatchObject([{ takenBy: null }]);
  });
});

describe("snoozing", () => {
  test("takes a person off the list until its time, and then they come back by themselves", async () => {
    const until = new Date(Date.now() + 60 * MINUTE_MS);
    await snoozeBlockers(own, [await caseOf(student)], { now: now(), until });
    expect([await needing(own), await countOfNeeding(own, now())]).toEqual([[], 0]);
    const view = { ...WHOLE_VIEW, snoozed: true };
    const setting = { module: await wholeModule("pl"), now: now() };
    expect(await deskRows(own, view, setting)).toMatchObject([{ name: student.name, snoozedUntil: until }]);
    expect(await facetsOf(own, view, now())).toMatchObject({ total: 0, snoozed: 1 });
    const later = new Date(until.getTime() + 1);
    expect(await needing(own, later)).toHaveLength(1);
    await asWorker(() => wakeWhoWasOutOfTheWay(later));
    expect(await openBlockersOf(student)).toMatchObject([{ snoozedUntil: null, snoozedBy: null }]);
  });

  test("ends at once when the person asks for help", async () => {
    const until = new Date(Date.now() + 60 * MINUTE_MS);
    await snoozeBlockers(own, [await caseOf(student)], { now: now(), until });
    await askForHelp(student, { note: "Teraz już naprawdę nie wiem.", stepId: null });
    expect(await needing(own)).toMatchObject([{ status: "asked", snoozedUntil: null }]);
  });

  test("is undone by hand as well", async () => {
    const id = await caseOf(student);
    await snoozeBlockers(own, [id], { now: now(), until: new Date(Date.now() + DAY_MS) });
    expect(await wakeBlockers(colleague, [id])).toMatchObject({ changed: 1 });
    expect(await needing(own)).toHaveLength(1);
  });
});

describe("resolving", () => {
  test("closes the case with its request, and what failed before counts no more", async () => {
    await askForHelp(student, { note: "Nie działa.", stepId: null });
    expect(await resolveBlockers(own, [await caseOf(student)], now())).toMatchObject({ changed: 1 });
    expect([await openBlockersOf(student), await openRequestOf(student)]).toEqual([[], null]);
    await settle(student);
    expect(await openBlockersOf(student)).toEqual([]);
  });

  test("whoever fails as often again comes back, and silence counts from then on", async () => {
    await resolveBlockers(own, [await caseOf(student)], ago(8 * MINUTE_MS));
    await tested(student, [7, "key_invalid"], [4, "key_invalid"]);
    expect(await openBlockersOf(student)).toEqual([]);
    await tested(student, [1, "key_invalid"]);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "blocked", tries: 3 }]);
    await resolveBlockers(own, [await caseOf(student)], now());
    await settle(student, new Date(Date.now() + 2.9 * DAY_MS));
    expect(await openBlockersOf(student)).toEqual([]);
    await settle(student, new Date(Date.now() + 3.1 * DAY_MS));
    expect(await openBlockersOf(student)).toMatchObject([{ status: "stalled" }]);
  });

  test("is taken back as a whole: the case and its request are open again", async () => {
    await askForHelp(student, { note: "Nie działa.", stepId: null });
    const at = now();
    await resolveBlockers(own, [await caseOf(student)], at);
    expect(await undo(colleague, "resolved", at, now())).toEqual({ ok: false, refusal: "too_late" });
    expect(await undo(own, "resolved", at, now())).toEqual({ ok: true, value: 1 });
    expect(await openBlockersOf(student)).toMatchObject([{ status: "asked" }]);
    expect(await openRequestOf(student)).toMatchObject({ note: "Nie działa." });
    expect(await undo(own, "resolved", at, now())).toMatchObject({ ok: false });
  });

  test("a case that has closed by itself is nobody's deed", async () => {
    const id = await caseOf(student);
    await tested(student, [1, "passed"]);
    expect(await resolveBlockers(own, [id], now())).toEqual({ ...NOTHING, gone: 1 });
    expect(await blockersOf(student)).toMatchObject([{ closedBy: null }]);
  });
});

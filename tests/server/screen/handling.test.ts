import { describe, expect, test } from "vitest";
import { groupedBySection } from "#domain/screen/screen-report";
import { markHandled } from "#server/screen/commands";
import {
  countOfScreenReports,
  countOfScreensOf,
  handledAtOnce,
  screenPictureOf,
  screenReports,
} from "#server/screen/queries";
import type { Instructor, Student, Viewer } from "#server/viewer";
import { anInstructor, aStudent, asStudent, cast } from "../../support/cast.ts";
import { aPng } from "../../support/pictures.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { PLACE, report, reportsOf, WORDS } from "../../support/screens.ts";

const DONE = { ok: true, value: null };
const viewing = (person: Student | Instructor): Viewer =>
  "cohortIds" in person
    ? { person, student: null, instructor: person, cohorts: [], signedInAt: new Date() }
    : { person, student: person, instructor: null, cohorts: [], signedInAt: new Date() };

async function aClass() {
  const { student, cohort } = await aStudent({ name: "Zofia Zgłaszająca" });
  const own = await anInstructor(cohort.id);
  return { student, cohort, own, other: await anInstructor() };
}
const idsOf = async (student: Student) => (await reportsOf(student)).map(({ id }) => id);

describe("the desk", () => {
  test("shows reports of the instructor's own students, newest first, with the section as it is called now", async () => {
    const { student, own, other } = await aClass();
    await report(student, { text: "pierwsze", file: aPng() });
    await report(student, { text: "drugie" });
    expect(await screenReports(own, false)).toMatchObject([
      { name: "Zofia Zgłaszająca", text: "drugie", picture: null },
      {
        ...{ text: "pierwsze", picture: { width: 40, height: 30 }, checked: "2026-11-20" },
        section: { title: "Wygeneruj klucz API", href: "/lessons/modul-1/klucz-api#wygeneruj-klucz-api" },
      },
    ]);
    expect([
      await countOfScreenReports(own),
      await screenReports(other, false),
      await countOfScreenReports(other),
    ]).toEqual([2, [], 0]);
  });

  test("hands out no byte of a picture with the list", async () => {
    const { student, own } = await aClass();
    await report(student, { file: aPng() });
    expect(JSON.stringify(await screenReports(own, false))).not.toContain("bytes");
  });

  test("puts reports of one section together, and counts people and not reports", async () => {
    const { student, cohort, own } = await aClass();
    const friend = asStudent(await cast().aStudent({ cohortId: cohort.id }));
    for (const text of ["a", "b"]) await report(student, { text });
    await report(friend, { text: "c" });
    await report(friend, { anchor: "zapisz-klucz-w-rozruchu" });
    const groups = groupedBySection(await screenReports(own, false));
    expect(groups.map(({ first, people, reports }) => [first.anchor, people, reports.length])).toEqual([
      ["zapisz-klucz-w-rozruchu", 1, 1],
      [PLACE.anchor, 2, 3],
    ]);
  });

  test("still shows a report whose section is there no more", async () => {
    const { student, own } = await aClass();
    await report(student);
    await ownerDatabase().screenReport.updateMany({ where: { userId: student.id }, data: { anchor: "dawno-temu" } });
    expect(await screenReports(own, false)).toMatchObject([{ anchor: "dawno-temu", section: null, text: WORDS }]);
  });

  test("has none of a student who has left the cohort", async () => {
    const { student, cohort, own } = await aClass();
    await report(student);
    const next = await cast().aCohort();
    const where = { cohortId_userId: { cohortId: cohort.id, userId: student.id } };
    await ownerDatabase().enrolment.update({ where, data: { cohortId: next.id } });
    expect(await screenReports(own, false)).toEqual([]);
    expect(await screenReports(await anInstructor(next.id), false)).toHaveLength(1);
  });
});

describe("marking reports as handled", () => {
  test("takes them off the list, one or many, and opening them again brings them back", async () => {
    const { student, own } = await aClass();
    for (const text of ["a", "b", "c"]) await report(student, { text });
    const ids = await idsOf(student);
    expect(await markHandled(own, ids.slice(0, 2), new Date())).toEqual(DONE);
    expect([
      await countOfScreenReports(own),
      await countOfScreenReports(own, true),
      await countOfScreensOf(student),
    ]).toEqual([1, 2, 1]);
    expect(await markHandled(own, ids, null)).toEqual(DONE);
    expect([await countOfScreenReports(own), await countOfScreenReports(own, true)]).toEqual([3, 0]);
    expect(await reportsOf(student)).toMatchObject(Array(3).fill({ handledAt: null, handledBy: null }));
  });

  test("twice and at once changes nothing of the first time", async () => {
    const { student, own } = await aClass();
    await report(student);
    const ids = await idsOf(student);
    const [first, later] = [new Date(1_000), new Date(2_000)];
    await markHandled(own, ids, first);
    await Promise.all([markHandled(own, ids, later), markHandled(own, ids, later)]);
    expect(await reportsOf(student)).toMatchObject([{ handledAt: first, handledBy: own.id }]);
  });

  test("is told to nobody but the instructor who did it, as what can be undone", async () => {
    const { student, cohort, own, other } = await aClass();
    const colleague = await anInstructor(cohort.id);
    for (const text of ["a", "b"]) await report(student, { text });
    const at = new Date(1_234_567);
    const [first = ""] = await idsOf(student);
    await markHandled(own, [first], at);
    expect(await handledAtOnce(own, at)).toEqual([first]);
    for (const somebody of [other, colleague]) expect(await handledAtOnce(somebody, at)).toEqual([]);
    expect(await handledAtOnce(own, new Date(1_234_568))).toEqual([]);
  });

  test("leaves those of others alone; none of one's own looks like none at all", async () => {
    const [{ student, own }, { student: foreign }] = [await aClass(), await aStudent()];
    await report(student);
    await report(foreign);
    const theirs = await idsOf(foreign);
    const nothing = { ok: false, refusal: "not_found" };
    expect(await markHandled(own, theirs, new Date())).toEqual(nothing);
    expect(await markHandled(own, [crypto.randomUUID()], new Date())).toEqual(nothing);
    expect(await markHandled(own, [], new Date())).toEqual(nothing);
    expect(await markHandled(own, [...theirs, ...(await idsOf(student))], new Date())).toEqual(DONE);
    expect(await reportsOf(foreign)).toMatchObject([{ handledAt: null }]);
    expect(await countOfScreenReports(own)).toBe(0);
  });

  test("lets the same words be said again, when the screen has changed once more", async () => {
    const { student, own } = await aClass();
    await report(student);
    await markHandled(own, await idsOf(student), new Date());
    await report(student);
    expect(await countOfScreenReports(own)).toBe(1);
  });
});

describe("the picture of a report", () => {
  test("is seen by its student and by instructors of theirs, and by nobody else", async () => {
    const { student, cohort, own, other } = await aClass();
    const friend = asStudent(await cast().aStudent({ cohortId: cohort.id }));
    await report(student, { file: aPng() });
    const [id = ""] = await idsOf(student);
    for (const person of [student, own])
      expect(await screenPictureOf(viewing(person), id)).toMatchObject({ mediaType: "image/png" });
    for (const person of [friend, other]) expect(await screenPictureOf(viewing(person), id)).toBeNull();
    expect(await screenPictureOf(viewing(own), crypto.randomUUID())).toBeNull();
  });
});

import { beforeAll, describe, expect, test, vi } from "vitest";
import { studentOf } from "#server/cohort/queries";
import { causePageFor, lessonPage, lessonPageFor, moduleFor, modulesFor, wholeModule } from "#server/course/queries";
import { database } from "#server/database/client";
import { factsOf } from "#server/help/facts";
import { stepOf } from "#server/mail/addressee";
import { tickStep } from "#server/progress/commands";
import { progressOf, standingCounts } from "#server/progress/queries";
import { adapter } from "#server/sign-in/adapter";
import { anInstructor, aStudent, asStudent, cast } from "../support/cast.ts";
import { ownerDatabase } from "../support/roles.ts";
import { aCourse, aLesson, aStep, save } from "./course/a-course.ts";

const AUTUMN = "jesien-kursu";
const WINTER = "zima-kursu";
const withFront = (text: string, line: string) => text.replace("minutes: 5", `minutes: 5\n${line}`);
const cause =
  "---\ntitle: T\nshort: s\nlesson: jesienna\nanchor: jak-to-zrobic\nretry: wait\nonWhom: provider\n---\n\nT.\n\n## Co zrobić\n\n1. A.\n";
const MODULE =
  "title: { pl: Moduł, en: Module }\norder: 1\nlessons: [lekcja, jesienna, zimowa]\nvideos: [{ id: film, title: { pl: F, en: F }, file: film.mp4, seconds: 490 }]\n";

const autumns = aLesson({ steps: aStep("jesien", "jak-to-zrobic", ", check: openai.key") });
let directory = "";

beforeAll(async () => {
  directory = await aCourse({
    "m1/module.yaml": MODULE,
    "m1/jesienna.md": withFront(autumns, `cohorts: [${AUTUMN}]`),
    // A translation that has forgotten for whom it is.
    "m1/jesienna.en.md": autumns,
    "m1/zimowa.md": withFront(aLesson({ steps: aStep("zima", "jak-to-zrobic") }), `cohorts: [${WINTER}]`),
    "causes/timeout.md": cause,
  });
  vi.stubEnv("CONTENT_DIR", directory);
});

async function cohortCalled(slug: string) {
  return (await ownerDatabase().cohort.findUnique({ where: { slug } })) ?? (await cast().aCohort({ slug }));
}

/** A student of these cohorts, as their session tells of them. */
async function aStudentOf(first: string, ...more: string[]) {
  const row = await cast().aStudent({ cohortId: (await cohortCalled(first)).id });
  for (const slug of more) {
    const { id: cohortId } = await cohortCalled(slug);
    await ownerDatabase().enrolment.create({ data: { cohortId, userId: row.id, role: "student" } });
  }
  return asStudent(row, first, ...more);
}

const slugsOf = ({ lessons }: { lessons: readonly { slug: string }[] }) => lessons.map(({ slug }) => slug);

describe("a lesson for one cohort", () => {
  test("is there for its students and staff, and nowhere for anybody else", async () => {
    const { student: stranger } = await aStudent();
    const own = await aStudentOf(AUTUMN);
    expect(slugsOf(await moduleFor(own, "pl"))).toEqual(["lekcja", "jesienna"]);
    expect(slugsOf(await moduleFor(stranger, "pl"))).toEqual(["lekcja"]);
    expect((await modulesFor(null, "pl")).flatMap(slugsOf)).toEqual(["lekcja"]);
    expect(await lessonPageFor(own, "pl", "jesienna")).not.toBeNull();
    expect(await lessonPageFor(stranger, "pl", "jesienna")).toBeNull();
    expect(slugsOf((await lessonPageFor(stranger, "pl", "lekcja"))?.module ?? { lessons: [] })).toEqual(["lekcja"]);
  });

  test("is shown to nobody where nobody in particular is asked for", async () => {
    expect(await lessonPage("pl", "jesienna", directory)).toBeNull();
    expect(slugsOf(await wholeModule("pl"))).toEqual(["lekcja", "jesienna", "zimowa"]);
  });

  test("is not shown in English because its translation forgot to say so", async () => {
    const { student: stranger } = await aStudent();
    expect(await lessonPageFor(stranger, "en", "jesienna")).toBeNull();
    expect(await lessonPageFor(await aStudentOf(AUTUMN), "en", "jesienna")).toMatchObject({ locale: "en" });
  });

  test("is part of the course of whoever is in two cohorts, with that of the other", async () => {
    expect(slugsOf(await moduleFor(await aStudentOf(WINTER, AUTUMN), "pl"))).toEqual(["lekcja", "jesienna", "zimowa"]);
  });

  test("is no place that a cause leads others to", async () => {
    const { student: stranger } = await aStudent();
    expect(await causePageFor(stranger, "pl", "timeout")).toMatchObject({ module: null, lesson: null, anchor: null });
    expect(await causePageFor(await aStudentOf(AUTUMN), "pl", "timeout")).toMatchObject({ lesson: "jesienna" });
  });

  test("is not named in a letter to others", async () => {
    const { student: stranger } = await aStudent();
    expect(await stepOf("openai.key", stranger)).toBeNull();
    expect(await stepOf("openai.key", await aStudentOf(AUTUMN))).toMatchObject({ lesson: { slug: "jesienna" } });
  });

  test("has no tick for others, as if there were no such step", async () => {
    const { student: stranger } = await aStudent();
    expect(await tickStep(stranger, "jesien")).toEqual({ ok: false, refusal: "not_there" });
    expect(await tickStep(stranger, "nie-ma-takiego")).toEqual({ ok: false, refusal: "not_there" });
    expect(await progressOf(stranger)).toEqual([]);
    expect((await tickStep(await aStudentOf(AUTUMN), "jesien")).ok).toBe(true);
  });

  test("keeps only its own students from having finished, and their instructor sees their course", async () => {
    const [{ student: stranger }, own] = await Promise.all([aStudent(), aStudentOf(AUTUMN)]);
    for (const student of [stranger, own]) await tickStep(student, "krok");
    const facts = async ({ id }: { id: string }) => factsOf(database(), id);
    expect(await facts(stranger)).toMatchObject({ finished: true, nextStepId: null });
    expect(await facts(own)).toMatchObject({ finished: false, nextStepId: "jesien" });
    const instructor = await anInstructor((await cohortCalled(AUTUMN)).id);
    expect(await studentOf(instructor, own.id)).toMatchObject({ cohorts: [AUTUMN] });
  });
});

describe("a session", () => {
  test("tells the names of a person's cohorts in its one query", async () => {
    const own = await aStudentOf(AUTUMN);
    expect(await adapter.getUser?.(own.id)).toMatchObject({
      enrolments: [{ role: "student", cohort: { slug: AUTUMN, name: "Jesień 2026" } }],
    });
  });
});

describe("the counts of a desk", () => {
  test("measure each student by their own course", async () => {
    const [autumn, winter] = [await cohortCalled("jesien-liczona"), await cohortCalled("zima-liczona")];
    const counted = withFront(autumns.replace("id: jesien", "id: liczona"), `cohorts: [${autumn.slug}]`);
    await save(directory, "m1/zimowa.md", counted.replace(", check: openai.key", ""));
    await expect.poll(async () => (await wholeModule("pl")).lessons.at(-1)?.cohorts).toEqual([autumn.slug]);
    const students = [
      await aStudentOf(autumn.slug),
      await aStudentOf(winter.slug),
      await aStudentOf(winter.slug, autumn.slug),
    ];
    for (const student of students) await tickStep(student, "krok");
    const instructor = await anInstructor(autumn.id, winter.id);
    const counts = async () => standingCounts(instructor, await wholeModule("pl"), new Date());
    expect(await counts()).toEqual({ students: 3, asked: 3, finished: 1, inProgress: 2, waiting: 0 });
    const [own] = students;
    if (own) await tickStep(own, "liczona");
    expect(await counts()).toEqual({ students: 3, asked: 3, finished: 2, inProgress: 1, waiting: 0 });
  });
});

import { beforeAll, expect, test, vi } from "vitest";
import { funnelOf } from "#domain/class/funnel";
import { patternsOf } from "#server/class/funnel/queries";
import { anInstructor, cast } from "../../support/cast.ts";
import { aCourse, aLesson, aStep } from "../course/a-course.ts";
import { matrixOf, namesOf, students, theClassOf } from "./a-class.ts";

const AUTUMN = "jesien-calej-klasy";
const GROWN = "klasa-z-nowym-krokiem";
const MODULE =
  "title: { pl: Moduł, en: Module }\norder: 1\nlessons: [lekcja, jesienna, dodana]\nvideos: [{ id: film, title: { pl: F, en: F }, file: film.mp4, seconds: 490 }]\n";

beforeAll(async () => {
  const lessonFor = (cohort: string, step: string) =>
    aLesson({ steps: step }).replace("minutes: 5", `minutes: 5\ncohorts: [${cohort}]`);
  vi.stubEnv(
    "CONTENT_DIR",
    await aCourse({
      "m1/module.yaml": MODULE,
      "m1/jesienna.md": lessonFor(AUTUMN, aStep("jesien", "jak-to-zrobic")),
      "m1/dodana.md": lessonFor(GROWN, aStep("nowy", "jak-to-zrobic", ", since: 2026-11-20")),
    }),
  );
});

test("a step for one cohort is asked of its students alone, and is no column where none of them is", async () => {
  const [autumn, winter] = [await cast().aCohort({ slug: AUTUMN }), await cast().aCohort()];
  const [ada] = await students(autumn.id, "Ada");
  const [bea] = await students(winter.id, "Bea");
  for (const student of [ada, bea]) await cast().aTick(student?.id ?? "", "krok");
  const instructor = await anInstructor(autumn.id, winter.id);

  const all = await theClassOf(instructor);
  expect(all.columns.map(({ step }) => step.id)).toEqual(["krok", "jesien"]);
  const { people } = await matrixOf(all);
  expect(people.map(({ name, cells, done, asked }) => [name, cells.get("jesien")?.state, done, asked])).toEqual([
    ["Ada", "todo", 1, 2],
    ["Bea", undefined, 1, 1],
  ]);
  expect(await namesOf(all, { step: "jesien", state: "todo" })).toEqual(["Ada"]);
  const funnel = funnelOf(all.columns, all.courses, await patternsOf(all));
  expect(funnel.map(({ asked, reached }) => [asked, reached])).toEqual([
    [2, 2],
    [1, 0],
  ]);

  const winters = await theClassOf(instructor, winter.slug);
  expect(winters.columns.map(({ step }) => step.id)).toEqual(["krok"]);
});

test("whoever had finished before a step joined the course is asked for it neither in the matrix nor in the funnel", async () => {
  const cohort = await cast().aCohort({ slug: GROWN });
  const [early, late] = await students(cohort.id, "Wczesna", "Zeta");
  await cast().aTick(early?.id ?? "", "krok", new Date("2026-11-19T22:59:00Z"));
  // In Warsaw it is the 20th already.
  await cast().aTick(late?.id ?? "", "krok", new Date("2026-11-19T23:01:00Z"));
  const of = await theClassOf(await anInstructor(cohort.id));
  const { people } = await matrixOf(of);
  expect(people.map(({ done, asked }) => [done, asked])).toEqual([
    [1, 1],
    [1, 2],
  ]);
  const funnel = funnelOf(of.columns, of.courses, await patternsOf(of));
  expect(funnel.map(({ step, asked }) => [step.id, asked])).toEqual([
    ["krok", 2],
    ["nowy", 1],
  ]);
});

import { beforeEach, describe, expect, test } from "vitest";
import { funnelOf, standingsOf } from "#domain/class/funnel";
import { isOptional } from "#domain/course/course";
import { isFinished, progressIn, requiredSteps } from "#domain/progress/progress";
import { patternsOf } from "#server/class/funnel/queries";
import { requireLesson } from "#server/cohort/asked/commands";
import { askedIn } from "#server/cohort/asked/queries";
import { lookAtCohort } from "#server/cohort/look";
import { archiveCohort } from "#server/cohort/manage/commands";
import { lessonPageFor, moduleFor, wholeModule } from "#server/course/queries";
import { database } from "#server/database/client";
import { factsOf } from "#server/help/facts";
import { progressOf, standingCounts } from "#server/progress/queries";
import type { Manager, Student } from "#server/viewer";
import { aManager, anInstructor, asStudent, cast } from "../support/cast.ts";
import { takeJobs } from "../support/jobs.ts";
import { asWorker, ownerDatabase } from "../support/roles.ts";
import { matrixOf, theClassOf } from "./class/a-class.ts";

const DAY_MS = 86_400_000;
const MONEY = { module: "modul-1", lesson: "srodki" };
const MONEY_STEPS = ["srodki-zakup", "openai-srodki"];

type Cohort = { id: string; slug: string };
let easy: Cohort;
let usual: Cohort;
let manager: Manager;

beforeEach(async () => {
  await takeJobs("cohort-look");
  [easy, usual] = [await cast().aCohort(), await cast().aCohort()];
  manager = await aManager(easy.id, usual.id);
});

const say = (isRequired: boolean, place = MONEY, cohort = easy, now = new Date()) =>
  requireLesson(manager, cohort.id, { ...place, isRequired }, now);

async function aStudentOf(...[first, ...more]: [Cohort, ...Cohort[]]): Promise<Student> {
  const row = await cast().aStudent({ cohortId: first.id, invitedAt: new Date(Date.now() - 9 * DAY_MS) });
  for (const { id } of more)
    await ownerDatabase().enrolment.create({ data: { cohortId: id, userId: row.id, role: "student" } });
  return asStudent(row, first.slug, ...more.map(({ slug }) => slug));
}

const requiredOf = async (student: Student) => requiredSteps(await moduleFor(student, "pl"), []).map(({ id }) => id);
const asksMoney = async (student: Student) => (await requiredOf(student)).some((id) => MONEY_STEPS.includes(id));

/** Everything that is asked of somebody but one lesson. */
async function doAllBut(student: Student, lesson: string, at = new Date()) {
  const { lessons } = await wholeModule("pl");
  const others = lessons.filter(({ slug }) => slug !== lesson).flatMap(({ steps }) => steps);
  for (const { id, optional } of others) if (!optional) await cast().aTick(student.id, id, at);
}

describe("a lesson that a cohort makes optional", () => {
  test("is so for its students, in the lesson itself too, and for nobody else", async () => {
    const [own, other] = [await aStudentOf(easy), await aStudentOf(usual)];
    expect(await say(false)).toMatchObject({ ok: true });
    expect([await asksMoney(own), await asksMoney(other)]).toEqual([false, true]);
    const page = await lessonPageFor(own, "en", "srodki");
    expect(page && [isOptional(page.lesson), page.sections.every(({ step }) => step?.optional ?? true)]).toEqual([
      true,
      true,
    ]);
    expect(page?.sections.filter(({ step }) => step && page.lesson.steps.includes(step))).not.toEqual([]);
    await say(true);
    expect([await asksMoney(own), await ownerDatabase().lessonRequirement.count()]).toEqual([
      true,
      await ownerDatabase().lessonRequirement.count({ where: { NOT: { cohortId: easy.id } } }),
    ]);
  });

  test("is still asked of whoever is in another that requires it, until that is put away", async () => {
    const both = await aStudentOf(easy, usual);
    await say(false);
    expect(await asksMoney(both)).toBe(true);
    await archiveCohort(manager, usual.id, new Date());
    expect(await asksMoney(both)).toBe(false);
  });

  test("lets those have finished at once who have done the rest, and they need no help any more", async () => {
    const own = await aStudentOf(easy);
    await doAllBut(own, "srodki", new Date(Date.now() - 6 * DAY_MS));
    const look = async () => {
      for (const job of await takeJobs("cohort-look")) await asWorker(() => lookAtCohort(job));
    };
    await asWorker(() => lookAtCohort({ cohortId: easy.id }));
    const open = () => ownerDatabase().blocker.count({ where: { userId: own.id, closedAt: null } });
    expect(await open()).toBe(1);
    await say(false);
    await look();
    expect([await open(), (await factsOf(database(), own.id)).finished]).toEqual([0, true]);
    await say(true);
    await look();
    expect([await open(), (await factsOf(database(), own.id)).finished]).toEqual([1, false]);
  });

  test("is counted for nobody of the cohort in the counts of a desk, the matrix and the funnel", async () => {
    const [own, other, both] = [await aStudentOf(easy), await aStudentOf(usual), await aStudentOf(easy, usual)];
    for (const student of [own, other, both]) await doAllBut(student, "srodki");
    await say(false);
    const instructor = await anInstructor(easy.id, usual.id);
    expect(await standingCounts(instructor, await wholeModule("pl"), new Date())).toEqual({
      ...{ students: 3, asked: 3, finished: 1, inProgress: 2, waiting: 0 },
    });
    const all = await theClassOf(instructor);
    const { people } = await matrixOf(all);
    const left = new Map(people.map(({ id, asked, done }) => [id, asked - done]));
    expect([own, other, both].map(({ id }) => left.get(id))).toEqual([0, 2, 2]);
    const funnel = funnelOf(all.columns, all.courses, await patternsOf(all));
    expect(
      funnel.map(({ step, asked }) => [step.id, asked]).filter(([id]) => MONEY_STEPS.includes(String(id))),
    ).toEqual(MONEY_STEPS.map((id) => [id, 2]));
    const lone = await theClassOf(instructor, easy.slug);
    expect(standingsOf(lone.courses, await patternsOf(lone))).toMatchObject({ students: 2, finished: 1 });
    await ownerDatabase().enrolment.deleteMany({ where: { userId: both.id, cohortId: usual.id } });
    const { columns } = await theClassOf(instructor, easy.slug);
    expect(columns.filter(({ step }) => MONEY_STEPS.includes(step.id))).toEqual([]);
  });
});

describe("a cohort that requires nothing", () => {
  test("has nothing to divide by, and nobody there has finished or is late", async () => {
    const own = await aStudentOf(easy);
    for (const { module, slug: lesson } of (await wholeModule("pl")).lessons) await say(false, { module, lesson });
    const instructor = await anInstructor(easy.id);
    const counts = await standingCounts(instructor, await wholeModule("pl"), new Date());
    expect(counts).toMatchObject({ students: 1, asked: 0, finished: 0, inProgress: 0 });
    const of = await theClassOf(instructor);
    expect([of.columns, standingsOf(of.courses, await patternsOf(of)).finished]).toEqual([[], 0]);
    expect((await matrixOf(of)).people.map(({ asked }) => asked)).toEqual([0]);
    await asWorker(() => lookAtCohort({ cohortId: easy.id }));
    expect(await ownerDatabase().blocker.count({ where: { userId: own.id, closedAt: null } })).toBe(0);
    expect(progressIn(await moduleFor(own, "pl"), []).next).not.toBeNull();
  });
});

describe("a lesson that a cohort makes required", () => {
  const IMAGES = { module: "modul-1", lesson: "obrazy-i-weryfikacja" };

  test("is asked of its students from tomorrow on; whoever has finished keeps that and sees it as new", async () => {
    const [early, late] = [await aStudentOf(easy), await aStudentOf(easy)];
    await doAllBut(early, IMAGES.lesson);
    await say(true, IMAGES);
    expect(await requiredOf(late)).toContain("openai-obrazy");
    const module = await moduleFor(early, "pl");
    expect(isFinished(module, await progressOf(early))).toBe(true);
    expect(progressIn(module, await progressOf(early)).fresh.has("openai-obrazy")).toBe(true);
    expect(await requiredOf(await aStudentOf(usual))).not.toContain("openai-obrazy");
    const of = await theClassOf(await anInstructor(easy.id));
    const { people } = await matrixOf(of);
    const mine = people.find(({ id }) => id === early.id);
    expect([mine?.cells.get("openai-obrazy"), (mine?.asked ?? 0) - (mine?.done ?? 0)]).toEqual([
      { state: "todo", isNew: true },
      0,
    ]);
    const counts = await standingCounts(await anInstructor(easy.id), await wholeModule("pl"), new Date());
    expect(counts).toMatchObject({ students: 2, finished: 1 });
    expect(standingsOf(of.courses, await patternsOf(of)).finished).toBe(1);
  });

  test("asks again for nothing that was done while it was optional", async () => {
    const own = await aStudentOf(easy);
    const days = (count: number) => new Date(Date.now() - count * DAY_MS);
    await say(false, MONEY, easy, days(9));
    await doAllBut(own, "srodki", days(5));
    await say(true, MONEY, easy, days(2));
    expect(isFinished(await moduleFor(own, "pl"), await progressOf(own))).toBe(true);
    expect(await asksMoney(await aStudentOf(easy))).toBe(true);
  });
});

describe("whether a lesson is required", () => {
  test("is said once, also by two at once, and written into the trail once", async () => {
    const changes = () => ownerDatabase().auditEvent.count({ where: { actorId: manager.id, kind: "cohort.changed" } });
    await Promise.all([say(false), say(false)]);
    await say(false);
    expect([await changes(), (await takeJobs("cohort-look")).length]).toEqual([1, 1]);
    const asked = (await askedIn(manager, easy.id, "pl")).find(({ slug }) => slug === "srodki");
    expect(asked).toMatchObject({ isRequired: false, byAuthor: true });
  });

  test("is nobody else's to say, and nothing is said of a lesson that is not there", async () => {
    const stranger = await aManager();
    expect(await requireLesson(stranger, easy.id, { ...MONEY, isRequired: false }, new Date())).toMatchObject({
      refusal: "not_found",
    });
    expect(await askedIn(stranger, easy.id, "pl")).toEqual([]);
    expect(await say(false, { module: "modul-1", lesson: "nie-ma" })).toMatchObject({ refusal: "not_found" });
    expect(await ownerDatabase().lessonRequirement.count({ where: { cohortId: easy.id } })).toBe(0);
  });
});

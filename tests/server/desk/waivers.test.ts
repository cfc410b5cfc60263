import { beforeEach, describe, expect, test } from "vitest";
import { isFinished } from "#domain/progress/progress";
import { moduleFor, wholeModule } from "#server/course/queries";
import { progressOf, standingCounts } from "#server/progress/queries";
import type { Instructor, Manager, Student } from "#server/viewer";
import { endWaiver, waiveStep } from "#server/waiver/commands";
import { waiversOf } from "#server/waiver/queries";
import { aManager, anInstructor, aStudent } from "../../support/cast.ts";
import { openBlockersOf, settle, tested } from "../../support/help.ts";
import { ownerDatabase } from "../../support/roles.ts";

const STEP = "openai-klucz";
let own: Manager;
let watching: Instructor;
let student: Student;

beforeEach(async () => {
  const first = await aStudent();
  student = first.student;
  own = await aManager(first.cohort.id);
  watching = await anInstructor(first.cohort.id);
  await tested(student, [30, "key_invalid"], [20, "key_invalid"], [10, "key_invalid"]);
});

const waive = (by = own, stepId = STEP) =>
  waiveStep(by, { studentIds: [student.id], stepId, reason: "Nie da się.", now: new Date() });

describe("a release from a step", () => {
  test("has a name and a reason, and closes the blocker that it was about", async () => {
    expect(await waive()).toBe(1);
    expect((await waiversOf(student)).get(STEP)).toMatchObject({ reason: "Nie da się.", by: own.name });
    expect(await openBlockersOf(student)).toEqual([]);
    await settle(student);
    expect(await openBlockersOf(student)).toEqual([]);
  });

  test("twice, and two at once, is one", async () => {
    const counts = await Promise.all([waive(), waive()]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await ownerDatabase().waiver.count({ where: { userId: student.id } })).toBe(1);
  });

  test("is not somebody else's to give or to take back", async () => {
    const stranger = await aManager();
    expect(await waive(stranger)).toBe(0);
    await waive();
    expect(await endWaiver(stranger, { studentId: student.id, stepId: STEP, now: new Date() })).toBe(false);
    expect((await waiversOf(student)).size).toBe(1);
  });

  test("taken back, the step is to do again and its trouble is there again", async () => {
    await waive();
    expect(await endWaiver(own, { studentId: student.id, stepId: STEP, now: new Date() })).toBe(true);
    expect([...(await waiversOf(student)).keys()]).toEqual([]);
    expect(await openBlockersOf(student)).toMatchObject([{ cause: "key_invalid" }]);
    expect(await endWaiver(own, { studentId: student.id, stepId: STEP, now: new Date() })).toBe(false);
  });

  test("counts as done wherever progress is counted", async () => {
    const module = await moduleFor(student, "pl");
    const required = module.lessons.flatMap(({ steps }) => steps.filter(({ optional }) => !optional));
    for (const { id } of required) await waive(own, id);
    expect(isFinished(module, await progressOf(student))).toBe(true);
    const counts = await standingCounts(watching, await wholeModule("pl"), new Date());
    expect(counts).toMatchObject({ students: 1, finished: 1, inProgress: 0 });
  });
});

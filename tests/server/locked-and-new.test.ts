import { beforeAll, describe, expect, test, vi } from "vitest";
import { isFinished } from "#domain/progress/progress";
import { moduleFor, wholeModule } from "#server/course/queries";
import { database } from "#server/database/client";
import { proveStep, tickStep, untickStep } from "#server/progress/commands";
import { progressOf, standingCounts } from "#server/progress/queries";
import { anInstructor, aStudent, asStudent, cast } from "../support/cast.ts";
import { ago, DAY_MS, openBlockersOf, settle } from "../support/help.ts";
import { asWorker } from "../support/roles.ts";
import { aCourse, aLesson, aStep } from "./course/a-course.ts";

const BODY = "# Lekcja\n\n## Jeden\n\nTak.\n\n## Dwa\n\nTak.\n\n## Trzy\n\nTak.\n";
const LESSON = aLesson({
  steps:
    aStep("jeden", "jeden") +
    aStep("dwa", "dwa", ", after: [jeden]") +
    aStep("trzy", "trzy", ", since: 2026-11-01, optional: false"),
  body: BODY,
});
const AFTER = aLesson({ steps: aStep("dalej", "jeden"), body: BODY }).replace(
  "minutes: 5",
  "after: [lekcja]\noptional: true",
);
const [BEFORE, SINCE] = [new Date("2026-10-20T12:00:00Z"), new Date("2026-11-20T12:00:00Z")];

beforeAll(async () => vi.stubEnv("CONTENT_DIR", await aCourse({ "m1/lekcja.md": LESSON, "m1/potem.md": AFTER })));

const LOCKED = { ok: false, refusal: "locked" };
const done = async (student: Parameters<typeof progressOf>[0]) =>
  (await progressOf(student)).filter(({ tickedAt, provenAt }) => tickedAt ?? provenAt).map(({ stepId }) => stepId);

describe("a locked step", () => {
  test("is not ticked, twice or in ten tabs at once, and leaves no row", async () => {
    const { student } = await aStudent();
    const refusals = await Promise.all(Array.from({ length: 10 }, () => tickStep(student, "dwa")));
    expect(refusals).toEqual(Array.from({ length: 10 }, () => LOCKED));
    expect(await progressOf(student)).toEqual([]);
  });

  test("is ticked once what comes before is done, and stays so when that is taken back", async () => {
    const { student } = await aStudent();
    await tickStep(student, "jeden");
    expect((await tickStep(student, "dwa")).ok).toBe(true);
    await untickStep(student, "jeden");
    expect(await done(student)).toEqual(["dwa"]);
    expect((await tickStep(student, "dwa")).ok).toBe(true);
    await untickStep(student, "dwa");
    expect(await tickStep(student, "dwa")).toEqual(LOCKED);
  });

  test("is not opened by what somebody else has done", async () => {
    const [{ student }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    await tickStep(other, "jeden");
    expect(await tickStep(student, "dwa")).toEqual(LOCKED);
  });

  test("is proven by a check all the same", async () => {
    const { student } = await aStudent();
    await asWorker(() => database().$transaction((tx) => proveStep(tx, student.id, "dwa", crypto.randomUUID())));
    expect(await done(student)).toEqual(["dwa"]);
  });

  test("of a lesson that comes after another waits for all that is required there", async () => {
    const { student } = await aStudent();
    for (const id of ["jeden", "dwa"]) await tickStep(student, id);
    expect(await tickStep(student, "dalej")).toEqual(LOCKED);
    await tickStep(student, "trzy");
    expect((await tickStep(student, "dalej")).ok).toBe(true);
  });
});

describe("a step that has joined the module", () => {
  async function aPerson(day: Date, ...ids: string[]) {
    const { student, cohort } = await aStudent({ invitedAt: BEFORE });
    for (const id of ids) await cast().aTick(student.id, id, day);
    return { student, cohort };
  }

  test("leaves whoever had finished without a word on the desk", async () => {
    const { student } = await aPerson(BEFORE, "jeden", "dwa");
    await settle(student);
    expect(await openBlockersOf(student)).toEqual([]);
  });

  test("is what somebody has stopped at who had not finished", async () => {
    const { student } = await aPerson(SINCE, "jeden", "dwa");
    await settle(student);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "stalled", stepId: "trzy" }]);
  });

  test("is not pointed at while it is locked", async () => {
    const { student } = await aStudent({ invitedAt: ago(9 * DAY_MS) });
    await settle(student);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "stalled", stepId: "jeden" }]);
  });

  test("counts on the desk as the rules say, for everybody in turn", async () => {
    const { id: cohortId } = await cast().aCohort();
    const course = await wholeModule("pl");
    const pasts: (readonly [string, Date])[][] = [
      [],
      [["jeden", BEFORE]],
      [
        ["jeden", BEFORE],
        ["dwa", BEFORE],
      ],
      [
        ["jeden", BEFORE],
        ["dwa", SINCE],
      ],
      [
        ["jeden", BEFORE],
        ["dwa", SINCE],
        ["trzy", SINCE],
      ],
      [["trzy", BEFORE]],
      [["dalej", SINCE]],
    ];
    const finished: boolean[] = [];
    for (const past of pasts) {
      const student = asStudent(await cast().aStudent({ cohortId }));
      for (const [id, at] of past) await cast().aTick(student.id, id, at);
      finished.push(isFinished(await moduleFor(student, "pl"), await progressOf(student)));
    }
    expect(finished).toEqual([false, false, true, false, true, false, false]);
    expect(await standingCounts(await anInstructor(cohortId), course, new Date())).toEqual({
      students: pasts.length,
      asked: pasts.length,
      finished: 2,
      inProgress: 3,
      waiting: 0,
    });
  });
});

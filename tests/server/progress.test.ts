import { describe, expect, test } from "vitest";
import { database } from "#server/database/client";
import { onChange } from "#server/live/listener";
import { proveStep, tickStep, untickStep } from "#server/progress/commands";
import { progressOf } from "#server/progress/queries";
import type { Student } from "#server/viewer";
import { aStudent } from "../support/cast.ts";
import { untilListening } from "../support/listening.ts";
import { asWorker, ownerDatabase } from "../support/roles.ts";

const STEP = "openai-konto";
const eventsOf = async ({ id }: Student) =>
  (await ownerDatabase().stepEvent.findMany({ where: { userId: id }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
const lastProgressOf = async ({ id }: Student) =>
  (await ownerDatabase().user.findUniqueOrThrow({ where: { id } })).lastProgressAt;

describe("ticking a step", () => {
  test("writes the state, its history and the date of progress", async () => {
    const { student } = await aStudent();
    await tickStep(student, STEP);
    expect(await progressOf(student)).toEqual([
      { stepId: STEP, tickedAt: expect.any(Date), provenAt: null, waivedAt: null },
    ]);
    expect(await eventsOf(student)).toEqual(["ticked"]);
    expect(await lastProgressOf(student)).not.toBeNull();
  });

  test("twice is the same as once: one row, one event, the first date", async () => {
    const { student } = await aStudent();
    await tickStep(student, STEP);
    const [before] = await progressOf(student);
    await tickStep(student, STEP);
    expect(await progressOf(student)).toEqual([before]);
    expect(await eventsOf(student)).toEqual(["ticked"]);
  });

  test("in ten tabs at once is the same as once", async () => {
    const { student } = await aStudent();
    await Promise.all(Array.from({ length: 10 }, () => tickStep(student, STEP)));
    expect(await progressOf(student)).toHaveLength(1);
    expect(await eventsOf(student)).toEqual(["ticked"]);
  });

  test("leaves everybody else's steps alone", async () => {
    const [{ student: one }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    await tickStep(other, STEP);
    await tickStep(one, STEP);
    await untickStep(one, STEP);
    expect(await progressOf(other)).toMatchObject([{ tickedAt: expect.any(Date) }]);
    expect(await eventsOf(other)).toEqual(["ticked"]);
  });

  test("closes 'stalled' on the desk and no other reason, and tells the page and the cohort", async () => {
    const { student, cohort } = await aStudent();
    const blocker = { cohortId: cohort.id, userId: student.id, status: "stalled", rank: 1, since: new Date() } as const;
    const { id } = await ownerDatabase().blocker.create({ data: blocker });
    await untilListening();
    const heard: string[] = [];
    const stop = [
      onChange([`user:${student.id}`], () => heard.push("user")),
      onChange([`cohort:${cohort.id}`], () => heard.push("cohort")),
    ];
    await tickStep(student, STEP);
    await expect.poll(() => [...heard].sort()).toEqual(["cohort", "user"]);
    for (const unsubscribe of stop) unsubscribe();
    expect((await ownerDatabase().blocker.findUniqueOrThrow({ where: { id } })).closedAt).not.toBeNull();

    const asked = await ownerDatabase().blocker.create({ data: { ...blocker, status: "asked", rank: 0 } });
    await tickStep(student, "openai-logowanie");
    expect((await ownerDatabase().blocker.findUniqueOrThrow({ where: { id: asked.id } })).closedAt).toBeNull();
  });
});

describe("taking a tick back", () => {
  test("leaves the row and adds to the history; twice, or of a step never ticked, changes nothing", async () => {
    const { student } = await aStudent();
    await tickStep(student, STEP);
    await untickStep(student, STEP);
    await untickStep(student, STEP);
    expect(await progressOf(student)).toEqual([{ stepId: STEP, tickedAt: null, provenAt: null, waivedAt: null }]);
    expect(await eventsOf(student)).toEqual(["ticked", "unticked"]);
  });

  test("of a step that was never touched leaves no event", async () => {
    const { student } = await aStudent();
    await untickStep(student, STEP);
    expect(await eventsOf(student)).toEqual([]);
    expect(await progressOf(student)).toEqual([]);
  });

  test("is no progress", async () => {
    const { student } = await aStudent();
    await tickStep(student, STEP);
    const before = await lastProgressOf(student);
    await untickStep(student, STEP);
    expect(await lastProgressOf(student)).toEqual(before);
  });

  test("takes no proof away", async () => {
    const { student } = await aStudent();
    await tickStep(student, STEP);
    await asWorker(() => database().$transaction((tx) => proveStep(tx, student.id, STEP, crypto.randomUUID())));
    await untickStep(student, STEP);
    expect(await progressOf(student)).toMatchObject([{ tickedAt: null, provenAt: expect.any(Date) }]);
  });
});

describe("proving a step", () => {
  test("is news once, however often and from how many at once", async () => {
    const { student } = await aStudent();
    const prove = () => database().$transaction((tx) => proveStep(tx, student.id, STEP, crypto.randomUUID()));
    const news = await asWorker(() => Promise.all([prove(), prove(), prove()]));
    expect(news.filter(Boolean)).toHaveLength(1);
    expect(await asWorker(prove)).toBe(false);
    expect(await eventsOf(student)).toEqual(["proven"]);
  });

  test("that is rolled back leaves nothing", async () => {
    const { student } = await aStudent();
    const broken = database().$transaction(async (tx) => {
      await proveStep(tx, student.id, STEP, crypto.randomUUID());
      throw new Error("the world fails");
    });
    await expect(broken).rejects.toThrow("the world fails");
    expect([await progressOf(student), await eventsOf(student)]).toEqual([[], []]);
  });
});

import { describe, expect, test } from "vitest";
import { studentOf } from "#server/cohort/queries";
import { database } from "#server/database/client";
import { refreshBlockers } from "#server/help/blockers";
import { answerHelpRequest, askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { closedSince, countOfNeeding, openRequestOf } from "#server/help/queries";
import { onChange } from "#server/live/listener";
import { anInstructor, aStudent, asStudent, cast } from "../support/cast.ts";
import { ago, MINUTE_MS, needing, openBlockersOf, tested } from "../support/help.ts";
import { aKey } from "../support/keys.ts";
import { untilListening } from "../support/listening.ts";
import { ownerDatabase } from "../support/roles.ts";

describe("asking for help", () => {
  test("twice keeps one open request, with the new note", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "Pierwsza", stepId: null });
    await askForHelp(student, { note: "Druga", stepId: "openai-klucz" });
    expect(await ownerDatabase().helpRequest.findMany({ where: { userId: student.id } })).toMatchObject([
      { note: "Druga", stepId: "openai-klucz" },
    ]);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "asked", rank: 0, stepId: "openai-klucz" }]);
  });

  test("in five tabs at once, while a test ends, keeps one request and one blocker", async () => {
    const { student } = await aStudent();
    const asked = Array.from({ length: 5 }, (_, at) => askForHelp(student, { note: `Nr ${at}`, stepId: null }));
    const settled = Array.from({ length: 3 }, () =>
      database().$transaction((tx) => refreshBlockers(tx, student.id, new Date())),
    );
    await Promise.all([...asked, ...settled]);
    expect(await ownerDatabase().helpRequest.count({ where: { userId: student.id, closedAt: null } })).toBe(1);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "asked" }]);
  });

  test("with a key in the note keeps the note without the key", async () => {
    const { student } = await aStudent();
    const key = aKey();
    await askForHelp(student, { note: `Wklejam ${key} i nic`, stepId: null });
    expect(await openRequestOf(student)).toMatchObject({ note: "Wklejam [secret] i nic" });
  });

  test("more than ten times an hour is refused", async () => {
    const { student } = await aStudent();
    for (let time = 1; time <= 10; time++)
      expect((await askForHelp(student, { note: "?", stepId: null })).ok).toBe(true);
    expect(await askForHelp(student, { note: "?", stepId: null })).toEqual({
      ok: false,
      refusal: "too_many",
      retryAfterSeconds: expect.any(Number),
    });
  });

  test("and taking it back closes request and blocker, twice the same as once", async () => {
    const { student } = await aStudent();
    await askForHelp(student, { note: "?", stepId: null });
    await withdrawHelpRequest(student);
    await withdrawHelpRequest(student);
    expect([await openRequestOf(student), await openBlockersOf(student)]).toEqual([null, []]);
    expect(await ownerDatabase().helpRequest.findMany({ where: { userId: student.id } })).toMatchObject([
      { closedBy: student.id },
    ]);
  });

  test("is told to the desk of the cohort", async () => {
    const { student, cohort } = await aStudent();
    await untilListening();
    const heard: string[] = [];
    const stop = onChange([`cohort:${cohort.id}`], () => heard.push("desk"));
    await askForHelp(student, { note: "?", stepId: null });
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    stop();
  });
});

describe("an instructor", () => {
  test("answers a student of their own cohort, and of nobody else's", async () => {
    const { student, cohort } = await aStudent();
    const [own, other] = [await anInstructor(cohort.id), await anInstructor()];
    await askForHelp(student, { note: "?", stepId: null });
    expect(await answerHelpRequest(other, student.id)).toEqual({ ok: false, refusal: "not_found" });
    expect(await answerHelpRequest(own, crypto.randomUUID())).toEqual({ ok: false, refusal: "not_found" });
    expect(await openRequestOf(student)).not.toBeNull();
    expect(await answerHelpRequest(own, student.id)).toEqual({ ok: true, value: null });
    expect(await openRequestOf(student)).toBeNull();
    expect(await ownerDatabase().helpRequest.findMany({ where: { userId: student.id } })).toMatchObject([
      { closedBy: own.id },
    ]);
  });

  test("sees the students of their own cohorts alone, in list, count, page and history", async () => {
    const { student, cohort } = await aStudent();
    const [own, other] = [await anInstructor(cohort.id), await anInstructor()];
    await askForHelp(student, { note: "?", stepId: null });
    expect([(await needing(own)).length, await countOfNeeding(own, new Date())]).toEqual([1, 1]);
    expect([await needing(other), await countOfNeeding(other, new Date())]).toEqual([[], 0]);
    expect(await studentOf(own, student.id)).toMatchObject({ id: student.id });
    expect(await studentOf(other, student.id)).toBeNull();
    expect(await studentOf(own, own.id)).toBeNull();
    await withdrawHelpRequest(student);
    expect((await closedSince(own, ago(MINUTE_MS))).count).toBe(1);
    expect((await closedSince(other, ago(MINUTE_MS))).count).toBe(0);
  });

  test("sees first who has asked, then who has tried more often, then who has waited longest", async () => {
    const cohort = await cast().aCohort();
    const instructor = await anInstructor(cohort.id);
    const add = async (name: string) => asStudent(await cast().aStudent({ cohortId: cohort.id, name }));
    await tested(await add("three, lately"), [30, "key_invalid"], [20, "key_invalid"], [10, "key_invalid"]);
    await tested(await add("three, long ago"), [90, "key_invalid"], [80, "key_invalid"], [70, "key_invalid"]);
    await tested(await add("four"), [20, "key_invalid"], [15, "key_invalid"], [10, "key_invalid"], [5, "key_invalid"]);
    await askForHelp(await add("asked"), { note: "?", stepId: null });
    const names = (await needing(instructor)).map(({ name }) => name);
    expect(names).toEqual(["asked", "four", "three, long ago", "three, lately"]);
  });
});

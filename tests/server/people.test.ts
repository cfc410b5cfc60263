import { describe, expect, test } from "vitest";
import { questionIn } from "#domain/roster/people-question";
import { addStaff, changeRole, moveStudent, takeInvitationBack } from "#server/people/commands";
import { PAGE, peopleOf } from "#server/people/queries";
import { aManager, anInstructor, aStudent, cast } from "../support/cast.ts";
import { ownerDatabase } from "../support/roles.ts";
import { rosterOf, studentsOf } from "../support/roster.ts";

const UNKNOWN = "01997b3e-0000-7000-8000-000000000001";
const ask = (query: Record<string, string> = {}) => questionIn(query);

describe("the list of people", () => {
  test("has everybody of one's cohorts and nobody else, and finds by a part of name or address", async () => {
    const instructor = await anInstructor();
    const [cohortId = ""] = instructor.cohortIds;
    await cast().aStudent({ cohortId, name: "Zofia 100%" });
    await cast().aStudent({ cohortId, name: "Adam Lis" });
    await aStudent({ name: "Obca Zofia" });
    const namesFor = async (query: Record<string, string>) =>
      (await peopleOf(instructor, ask(query))).people.map(({ name }) => name);
    expect(await namesFor({})).toEqual(["Adam Lis", "Prowadząca Próbna", "Zofia 100%"]);
    expect(await namesFor({ q: "zofia" })).toEqual(["Zofia 100%"]);
    expect(await namesFor({ q: "0%" })).toEqual(["Zofia 100%"]);
    expect(await namesFor({ q: "_" })).toEqual([]);
    expect(await namesFor({ role: "instructor" })).toEqual(["Prowadząca Próbna"]);
    expect(await namesFor({ cohort: UNKNOWN })).toEqual([]);
  });

  test.each(["name", "active", "invited"])("goes on by pages, each person once, in the order of %s", async (order) => {
    const instructor = await anInstructor();
    const [cohortId = ""] = instructor.cohortIds;
    const people = Array.from({ length: 2 * PAGE }, (_, n) => ({
      email: `p${n}-${cohortId}@example.com`,
      name: `Ewa ${n % 7}`,
    }));
    const made = await ownerDatabase().user.createManyAndReturn({ data: people, select: { id: true } });
    await ownerDatabase().enrolment.createMany({
      data: made.map(({ id }) => ({ cohortId, userId: id, role: "student" as const })),
    });
    const seen: string[] = [];
    let question = ask({ order });
    for (;;) {
      const { people: page, next, total } = await peopleOf(instructor, question);
      expect(total).toBe(2 * PAGE + 1);
      seen.push(...page.map(({ id }) => id));
      if (!next) break;
      question = { ...question, after: next };
    }
    expect([seen.length, new Set(seen).size]).toEqual([2 * PAGE + 1, 2 * PAGE + 1]);
  });
});

async function aClass() {
  const [here, there] = [await cast().aCohort({ name: "Tu" }), await cast().aCohort({ name: "Tam" })];
  const manager = await aManager(here.id, there.id);
  const student = await cast().aStudent({ cohortId: here.id, name: "Ewa" });
  return { here, there, manager, student, place: { userId: student.id, cohortId: here.id } };
}

describe("a manager", () => {
  test("moves a student with all that they did, once however often they say it", async () => {
    const { here, there, manager, student, place } = await aClass();
    await cast().aTick(student.id, "openai-konto");
    const moves = await Promise.all([moveStudent(manager, place, there.id), moveStudent(manager, place, there.id)]);
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await studentsOf(here.id), await studentsOf(there.id)]).toEqual([[], [`Ewa <${student.email}>`]]);
    expect(await ownerDatabase().stepProgress.count({ where: { userId: student.id } })).toBe(1);
    await ownerDatabase().enrolment.create({ data: { ...place, role: "student" } });
    expect(await moveStudent(manager, place, there.id)).toMatchObject({ refusal: "there_already" });
  });

  test("makes a student an assistant, and back, and never leaves a cohort without an instructor", async () => {
    const { here, manager, place, student } = await aClass();
    await changeRole(manager, place, "assistant");
    expect(await rosterOf(here.id)).toContain(`Ewa <${student.email}> assistant`);
    const own = { userId: manager.id, cohortId: here.id };
    expect(await changeRole(manager, own, "student")).toMatchObject({ refusal: "last_instructor" });
    await changeRole(manager, place, "instructor");
    const both = await Promise.all([changeRole(manager, own, "assistant"), changeRole(manager, place, "assistant")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("takes back an invitation, and only where nobody has signed in", async () => {
    const { here, manager, place } = await aClass();
    expect(await takeInvitationBack(manager, place, new Date())).toMatchObject({ refusal: "signed_in" });
    const invited = await cast().aStudent({ cohortId: here.id, firstSignedInAt: null });
    const theirs = { userId: invited.id, cohortId: here.id };
    expect(await takeInvitationBack(manager, theirs, new Date())).toMatchObject({ ok: true });
    expect(await takeInvitationBack(manager, theirs, new Date())).toMatchObject({ refusal: "not_found" });
    expect((await ownerDatabase().user.findUniqueOrThrow({ where: { id: invited.id } })).deletionDueAt).not.toBeNull();
  });

  test("finds somebody else's cohort, people and unknown ids as if they were not there", async () => {
    const [{ place, there, student }, stranger] = [await aClass(), await aManager()];
    const [own = ""] = stranger.cohortIds;
    const answers = [
      await changeRole(stranger, place, "assistant"),
      await moveStudent(stranger, place, own),
      await moveStudent(stranger, { userId: student.id, cohortId: own }, own),
      await takeInvitationBack(stranger, place, new Date()),
      await addStaff(stranger, there.id, { person: { email: "x@example.com", name: "X" }, role: "assistant" }),
      await changeRole(stranger, { userId: UNKNOWN, cohortId: own }, "student"),
    ];
    expect(answers.map((answer) => answer.ok || answer.refusal)).toEqual(answers.map(() => "not_found"));
  });
});

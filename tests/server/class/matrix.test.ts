import { beforeAll, describe, expect, test } from "vitest";
import { CELL_STATES } from "#domain/class/cell";
import { ROWS_AT_ONCE } from "#server/class/matrix/queries";
import { classOf } from "#server/class/queries";
import { CROWD_SLUG, seedCrowd } from "../../../scripts/seed/crowd.ts";
import { anInstructor, cast } from "../../support/cast.ts";
import { addressOf, ownerDatabase } from "../../support/roles.ts";
import { matrixOf, namesOf, students, theClassOf } from "./a-class.ts";

const PEOPLE = ROWS_AT_ONCE + 60;
const HOUR_MS = 3_600_000;

describe("a class", () => {
  test("of somebody else is not there, as one that nobody has", async () => {
    const [own, other] = [await cast().aCohort(), await cast().aCohort()];
    await students(other.id, "Obca Osoba");
    const instructor = await anInstructor(own.id);
    expect(await classOf(instructor, other.slug, "pl")).toBeNull();
    expect(await classOf(instructor, "nie-ma-takiej", "pl")).toBeNull();
    expect(await namesOf(await theClassOf(instructor))).toEqual([]);
    expect((await theClassOf(instructor, own.slug)).cohortIds).toEqual([own.id]);
  });

  test("has students alone: neither staff nor staff who look at the course as students, and each once", async () => {
    const [first, second] = [await cast().aCohort(), await cast().aCohort()];
    const instructor = await anInstructor(first.id, second.id);
    const [twice] = await students(first.id, "W Dwóch Grupach", "Łucja Łoś");
    const also = async (userId: string, role: "student" | "instructor", cohortId = second.id) =>
      ownerDatabase().enrolment.create({ data: { cohortId, userId, role } });
    await also(twice?.id ?? "", "student");
    const colleague = await cast().anInstructor({ cohortId: first.id, name: "Prowadzący Jako Uczestnik" });
    await also(colleague.id, "student");
    expect(await namesOf(await theClassOf(instructor))).toEqual(["Łucja Łoś", "W Dwóch Grupach"]);
  });
});

describe("the rows", () => {
  test("tell of each required step, of none that was removed, and whose help is needed where", async () => {
    const cohort = await cast().aCohort();
    const [student, calm] = await students(cohort.id, "Ada", "Bea");
    if (!student || !calm) throw new Error();
    await cast().aTick(student.id, "openai-konto");
    await cast().aProof(student.id, "openai-klucz");
    await cast().aTick(student.id, "krok-ktorego-nie-ma");
    await cast().aTick(student.id, "weryfikacja-start");
    const waiting = { userId: student.id, check: "openai.credits", until: new Date(Date.now() + HOUR_MS) };
    await ownerDatabase().waitingTimer.create({ data: waiting });
    await ownerDatabase().helpRequest.create({ data: { userId: student.id, note: "", stepId: "test-dostepu" } });
    await cast().settle(student.id);
    await cast().aHelpRequest(calm.id, "W ogóle");
    await cast().settle(calm.id);
    const of = await theClassOf(await anInstructor(cohort.id));
    const { people, total, skipped } = await matrixOf(of);
    expect([total, skipped]).toEqual([2, 0]);
    const [ada, bea] = people;
    expect(ada).toMatchObject({ done: 2, asked: of.columns.length, needsHelp: false });
    const states = [...(ada?.cells ?? [])].map(([id, { state }]) => [id, state]);
    expect(Object.fromEntries(states)).toMatchObject({
      "openai-konto": "ticked",
      "openai-klucz": "proven",
      "openai-srodki": "waiting",
      "test-dostepu": "help",
      "srodki-zakup": "todo",
    });
    expect(states).toHaveLength(of.columns.length);
    expect(bea).toMatchObject({ done: 0, needsHelp: true });
  });

  test("tell nothing of help that is needed in a cohort of others", async () => {
    const [own, other] = [await cast().aCohort({ helpAfterTries: 3 }), await cast().aCohort()];
    const [student] = await students(own.id, "Ada");
    const userId = student?.id ?? "";
    await ownerDatabase().enrolment.create({ data: { cohortId: other.id, userId, role: "student" } });
    const open = { userId, status: "blocked" as const, rank: 1, stepId: "openai-klucz", since: new Date() };
    await ownerDatabase().blocker.create({ data: { ...open, cohortId: other.id } });
    const of = await theClassOf(await anInstructor(own.id));
    expect((await matrixOf(of)).people[0]?.cells.get("openai-klucz")?.state).toBe("todo");
    expect(await namesOf(of, { state: "help" })).toEqual([]);
  });
});

describe("a large class", () => {
  const whole = async () =>
    theClassOf(
      await anInstructor((await ownerDatabase().cohort.findUniqueOrThrow({ where: { slug: CROWD_SLUG } })).id),
    );

  beforeAll(async () => {
    expect(await seedCrowd(addressOf("owner"), PEOPLE)).toBe(true);
    expect(await seedCrowd(addressOf("owner"), PEOPLE)).toBe(false);
    const some = await ownerDatabase().user.findMany({ where: { name: { contains: "Wilk" } }, select: { id: true } });
    const until = new Date(Date.now() + HOUR_MS);
    await ownerDatabase().waitingTimer.createMany({
      data: some.map(({ id: userId }) => ({ userId, check: "openai.credits", until })),
    });
    await ownerDatabase().$executeRaw`
      INSERT INTO step_progress (user_id, step_id, waived_at)
      SELECT id, 'openai-srodki', now() FROM app_user WHERE name LIKE '%Żuk%'
      ON CONFLICT (user_id, step_id) DO UPDATE SET waived_at = now()`;
  });

  test.each([
    ["by name", {}],
    ["by name from the end", { dir: "down" }],
    ["by progress", { order: "progress" }],
    ["by activity from the end", { order: "activity", dir: "down" }],
  ])("is shown page by page, nobody twice and nobody left out, %s, and back again", async (_, words) => {
    const of = await whole();
    const first = await matrixOf(of, words);
    expect(first).toMatchObject({ total: PEOPLE, skipped: 0 });
    expect(first.people).toHaveLength(ROWS_AT_ONCE);
    const second = await matrixOf(of, { ...words, after: first.people.at(-1)?.id ?? "" });
    expect(second).toMatchObject({ total: PEOPLE, skipped: ROWS_AT_ONCE });
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(PEOPLE);
    expect(await matrixOf(of, { ...words, before: second.people[0]?.id ?? "" })).toEqual(first);
  });

  test("is in Polish order by name, and in that of progress and activity", async () => {
    const of = await whole();
    const names = await namesOf(of);
    expect(names).toEqual(names.toSorted(new Intl.Collator("pl").compare));
    const done = (await matrixOf(of, { order: "progress" })).people.map((person) => person.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    const seen = (await matrixOf(of, { order: "activity", dir: "down" })).people.map(
      ({ lastActiveAt }) => +(lastActiveAt ?? 0),
    );
    expect(seen).toEqual(seen.toSorted((one, other) => other - one));
  });

  test("is found by a part of a name, without Polish letters too, and a sign of SQL is a letter as any", async () => {
    const of = await whole();
    const found = await namesOf(of, { name: "zUK" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((name) => !name.includes("Żuk"))).toEqual([]);
    expect(await namesOf(of, { name: "%" })).toEqual([]);
    expect(await namesOf(of, { name: "'; --" })).toEqual([]);
  });

  test.each(CELL_STATES)("is filtered to those whose cell says %s, on a step and on any", async (state) => {
    const of = await whole();
    const first = await matrixOf(of);
    const all = [...first.people, ...(await matrixOf(of, { after: first.people.at(-1)?.id ?? "" })).people];
    expect(all).toHaveLength(PEOPLE);
    const step = "openai-srodki";
    const onStep = all.filter(({ cells }) => cells.get(step)?.state === state).map(({ name }) => name);
    const anywhere = all.filter(({ cells }) => [...cells.values()].some((cell) => cell.state === state));
    expect(anywhere.length).toBeGreaterThan(0);
    expect((await namesOf(of, { state, step })).toSorted()).toEqual(onStep.toSorted().slice(0, ROWS_AT_ONCE));
    expect((await matrixOf(of, { state })).total).toBe(anywhere.length);
  });

  test("begins anew where the person is gone behind whom the page was to begin", async () => {
    const of = await whole();
    const nobody = "0190a3c4-1111-7222-8333-444455556666";
    expect((await matrixOf(of, { after: nobody })).skipped).toBe(0);
    const [last] = (await matrixOf(of, { dir: "down" })).people;
    expect(await matrixOf(of, { after: last?.id ?? "" })).toMatchObject({ total: PEOPLE, skipped: 0 });
  });
});

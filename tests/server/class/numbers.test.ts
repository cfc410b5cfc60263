import { describe, expect, test } from "vitest";
import { latestDays, seriesOf } from "#domain/class/day";
import { funnelOf, standingsOf } from "#domain/class/funnel";
import { activityPerDay, causesPerDay } from "#server/class/days/queries";
import { patternsOf } from "#server/class/funnel/queries";
import type { Class } from "#server/class/queries";
import { stepTroubles } from "#server/class/trouble/queries";
import { anInstructor, cast } from "../../support/cast.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { students, theClassOf } from "./a-class.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ago = (ms: number) => new Date(Date.now() - ms);
const KEY = "openai-klucz";

const funnelIn = async (of: Class) => funnelOf(of.columns, of.courses, await patternsOf(of));
const troubleAt = async (of: Class, step: string) => (await stepTroubles(of)).find(({ stepId }) => stepId === step);

describe("a class of nobody", () => {
  test("has nothing to divide by, and no trouble, no days and no funnel of anybody", async () => {
    const of = await theClassOf(await anInstructor());
    expect(await patternsOf(of)).toEqual([]);
    expect((await funnelIn(of)).map(({ asked, reached }) => asked + reached)).toEqual(of.columns.map(() => 0));
    expect(await stepTroubles(of)).toEqual([]);
    const [first = ""] = latestDays(new Date());
    expect(seriesOf(latestDays(new Date()), await causesPerDay(of, first))).toEqual([]);
    expect(seriesOf(latestDays(new Date()), await activityPerDay(of, first))).toEqual([]);
  });
});

describe("the funnel", () => {
  test("counts whoever was invited, and neither removed nor optional steps", async () => {
    const cohort = await cast().aCohort();
    const [ada, bea] = await students(cohort.id, "Ada", "Bea", "Cela");
    await cast().aStudent({ cohortId: cohort.id, firstSignedInAt: null });
    for (const student of [ada, bea]) await cast().aTick(student?.id ?? "", "openai-konto");
    for (const step of ["openai-logowanie", "krok-ktorego-nie-ma", "weryfikacja-start"])
      await cast().aTick(ada?.id ?? "", step);
    const of = await theClassOf(await anInstructor(cohort.id));
    expect(standingsOf(of.courses, await patternsOf(of))).toEqual({ students: 4, absent: 1, finished: 0 });
    const funnel = await funnelIn(of);
    expect(funnel.slice(0, 3).map(({ step, asked, reached }) => [step.id, asked, reached])).toEqual([
      ["openai-konto", 4, 2],
      ["openai-logowanie", 4, 1],
      ["organizacja-start", 4, 0],
    ]);
    expect(funnel.map(({ step }) => step.id)).not.toContain("weryfikacja-start");
  });

  test("counts a tick that was taken back no more", async () => {
    const cohort = await cast().aCohort();
    const [ada] = await students(cohort.id, "Ada");
    await ownerDatabase().stepProgress.create({ data: { userId: ada?.id ?? "", stepId: "openai-konto" } });
    const [first] = await funnelIn(await theClassOf(await anInstructor(cohort.id)));
    expect(first).toMatchObject({ asked: 1, done: 0, reached: 0 });
  });
});

describe("the trouble at a step", () => {
  test("is told with who took it up, who needed help, which try succeeded and which causes there were", async () => {
    const cohort = await cast().aCohort();
    const [ada, bea, cela] = await students(cohort.id, "Ada", "Bea", "Cela", "Nietknięta");
    await cast().aTick(cela?.id ?? "", KEY);
    const key = await cast().aSealedKey(ada?.id ?? "");
    for (const [minutes, outcome] of [
      [60, "key_invalid"],
      [50, "timeout"],
      [40, "key_malformed"],
      [30, "passed"],
      [20, "key_invalid"],
    ] as const)
      await cast().aTest(ada?.id ?? "", key, { at: ago(minutes * MINUTE_MS), outcome: ["passed", outcome] });
    const second = await cast().aSealedKey(bea?.id ?? "");
    await cast().aTest(bea?.id ?? "", second, { outcome: ["passed", "key_invalid"] });
    const blocker = { cohortId: cohort.id, userId: bea?.id ?? "", status: "blocked" as const, rank: 1, stepId: KEY };
    await ownerDatabase().blocker.create({ data: { ...blocker, since: new Date() } });
    expect(await troubleAt(await theClassOf(await anInstructor(cohort.id)), KEY)).toEqual({
      stepId: KEY,
      helped: { count: 1, of: 3 },
      tries: [3],
      unblockedAfterMs: [],
      causes: [
        { cause: "key_invalid", people: 2 },
        { cause: "key_malformed", people: 1 },
      ],
    });
  });

  test("lasts until help is needed no more, though its reason changes meanwhile", async () => {
    const cohort = await cast().aCohort();
    const [ada] = await students(cohort.id, "Ada");
    const change = ago(5 * HOUR_MS);
    const base = { cohortId: cohort.id, userId: ada?.id ?? "", rank: 1, stepId: KEY, since: change };
    const spells = [
      { ...base, status: "blocked" as const, openedAt: ago(9 * HOUR_MS), closedAt: change },
      { ...base, status: "asked" as const, openedAt: change, closedAt: new Date(change.getTime() + 2 * HOUR_MS) },
      { ...base, status: "blocked" as const, openedAt: ago(2 * HOUR_MS), closedAt: ago(HOUR_MS) },
      { ...base, status: "stalled" as const, openedAt: ago(MINUTE_MS), closedAt: null },
    ];
    await ownerDatabase().blocker.createMany({ data: spells });
    const trouble = await troubleAt(await theClassOf(await anInstructor(cohort.id)), KEY);
    expect(trouble?.unblockedAfterMs.map((ms) => Math.round(ms / HOUR_MS)).toSorted()).toEqual([1, 6]);
    expect(trouble?.helped).toEqual({ count: 1, of: 1 });
  });

  test("of a removed step, and of a class of others, is not told", async () => {
    const [own, other] = [await cast().aCohort(), await cast().aCohort()];
    const [ada] = await students(own.id, "Ada");
    const [bea] = await students(other.id, "Bea");
    const blocker = { status: "blocked" as const, rank: 1, since: new Date() };
    await ownerDatabase().blocker.create({
      data: { ...blocker, cohortId: own.id, userId: ada?.id ?? "", stepId: "krok-ktorego-nie-ma" },
    });
    await ownerDatabase().blocker.create({
      data: { ...blocker, cohortId: other.id, userId: bea?.id ?? "", stepId: KEY },
    });
    expect(await stepTroubles(await theClassOf(await anInstructor(own.id)))).toEqual([]);
  });
});

describe("days", () => {
  test("count people for each cause once a day, and once over all days", async () => {
    const cohort = await cast().aCohort();
    const [ada] = await students(cohort.id, "Ada");
    const key = await cast().aSealedKey(ada?.id ?? "");
    const [before, today] = [new Date("2026-11-24T10:00:00Z"), new Date("2026-11-25T10:00:00Z")];
    // Half past midnight in Warsaw, and yesterday by the clock of the machine.
    const night = new Date("2026-11-24T23:30:00Z");
    for (const at of [before, today, night, new Date("2026-10-01T10:00:00Z")])
      await cast().aTest(ada?.id ?? "", key, { at, outcome: ["passed", "key_invalid"] });
    await cast().aTest(ada?.id ?? "", key, { at: today, outcome: ["passed", "server_error"] });
    const of = await theClassOf(await anInstructor(cohort.id));
    const days = latestDays(today, 3);
    expect(seriesOf(days, await causesPerDay(of, days[0] ?? ""))).toEqual([
      { kind: "key_invalid", counts: [0, 1, 1], total: 1 },
    ]);
  });

  test("count what people did, each of them once a day, and nothing of steps that were removed", async () => {
    const cohort = await cast().aCohort();
    const [ada, bea] = await students(cohort.id, "Ada", "Bea");
    const at = new Date("2026-11-25T10:00:00Z");
    for (const step of ["openai-konto", "openai-logowanie", "krok-ktorego-nie-ma"])
      await cast().aTick(ada?.id ?? "", step, at);
    await cast().aProof(bea?.id ?? "", KEY, at);
    const key = await cast().aSealedKey(bea?.id ?? "");
    await cast().aTest(bea?.id ?? "", key, { at, outcome: ["passed", "passed"] });
    const of = await theClassOf(await anInstructor(cohort.id));
    const series = seriesOf(["2026-11-25"], await activityPerDay(of, "2026-11-25"));
    expect(Object.fromEntries(series.map(({ kind, counts }) => [kind, counts[0]]))).toEqual({
      people: 2,
      ticked: 2,
      proven: 1,
      tests: 1,
    });
  });
});

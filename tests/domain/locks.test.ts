import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Module } from "#domain/course/course";
import type { Before } from "#domain/progress/locks";
import { lessonStanding, progressIn } from "#domain/progress/progress";
import type { StepRecord } from "#domain/progress/step-record";
import { aLesson, aModule, aStep, proven, ticked } from "../support/module.ts";

const account = aLesson("account", [aStep("sign-up"), aStep("name", { after: ["sign-up"] })]);
const key = aLesson("key", [aStep("make"), aStep("save", { check: "openai.key" })], { after: ["account"] });
const extra = aLesson("extra", [aStep("play", { optional: true })], { optional: true });
const course = aModule(account, key, extra);

const progress = (module: Module, ...records: readonly StepRecord[]) => progressIn(module, records);
const namesOf = (before: readonly Before[] = []) => before.map(({ lesson, step }) => step?.id ?? lesson.slug);

describe("a step that comes after others", () => {
  test("is locked until they are done, and says which", () => {
    const start = progress(course);
    expect(start.standings.get("name")).toBe("locked");
    expect(namesOf(start.locks.steps.get("name"))).toEqual(["sign-up"]);
    expect(progress(course, ticked("sign-up")).standings.get("name")).toBe("todo");
    expect(progress(course, proven("sign-up")).standings.get("name")).toBe("todo");
  });

  test("stays done when what came before is taken back", () => {
    const taken: StepRecord = { stepId: "sign-up", tickedAt: null, provenAt: null, waivedAt: null };
    const after = progress(course, taken, ticked("name"));
    expect(after.standings.get("name")).toBe("ticked");
    expect(after.locks.steps.has("name")).toBe(false);
  });

  test("is proven by a check all the same, and waits for the provider in sight", () => {
    expect(progress(course, proven("save")).standings.get("save")).toBe("proven");
    expect(progressIn(course, [], new Set(["save"])).standings.get("save")).toBe("waiting");
  });

  test("is not locked by a step that is not there for this student", () => {
    const alone = aModule(aLesson("a", [aStep("x", { after: ["of-another-cohort"] })], { after: ["lost"] }));
    expect(progress(alone).standings.get("x")).toBe("todo");
  });
});

describe("a lesson that comes after others", () => {
  test("is locked with all of its steps until their required steps are done", () => {
    const start = progress(course, ticked("sign-up"));
    expect(lessonStanding(key, start)).toBe("locked");
    expect(namesOf(start.locks.lessons.get("key"))).toEqual(["account"]);
    expect(namesOf(start.locks.steps.get("make"))).toEqual(["account"]);
    const open = progress(course, ticked("sign-up"), ticked("name"));
    expect(lessonStanding(key, open)).toBe("current");
    expect(open.locks.lessons.size).toBe(0);
  });

  test("waits for no optional step, unless the lesson before has no others", () => {
    const mixed = aLesson("mixed", [aStep("must"), aStep("may", { optional: true })]);
    const following = (slug: string) => aLesson("after", [aStep("last")], { after: [slug] });
    expect(progress(aModule(mixed, following("mixed")), ticked("must")).standings.get("last")).toBe("todo");
    expect(progress(aModule(extra, following("extra"))).standings.get("last")).toBe("locked");
    expect(progress(aModule(extra, following("extra")), ticked("play")).standings.get("last")).toBe("todo");
  });

  test("without steps is locked as a page, and lets everything through as a condition", () => {
    const page = aLesson("page", [], { after: ["account"] });
    expect(progress(aModule(account, page)).locks.lessons.has("page")).toBe(true);
    const last = aLesson("last", [aStep("end")], { after: ["page"] });
    expect(progress(aModule(account, page, last)).standings.get("end")).toBe("todo");
  });
});

describe("the next step", () => {
  test("is no locked one while anything else is left", () => {
    const module = aModule(aLesson("a", [aStep("late", { after: ["early"] }), aStep("early")]), extra);
    expect(progress(module).next?.id).toBe("early");
    expect(progressIn(module, [], new Set(["early"])).next?.id).toBe("play");
    expect(progressIn(module, [ticked("play")], new Set(["early"])).next?.id).toBe("early");
  });

  test("is a locked one where authors let steps wait for each other, rather than none", () => {
    const round = aModule(aLesson("a", [aStep("x", { after: ["y"] }), aStep("y", { after: ["x"] })]));
    expect(progress(round).next?.id).toBe("x");
  });
});

/** Steps that wait only for those before them, and what somebody has done of them. */
const someone = fc
  .array(fc.record({ waitsFor: fc.nat(7), optional: fc.boolean(), done: fc.boolean(), waiting: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => {
    const steps = parts.map(({ waitsFor, optional }, place) =>
      aStep(`s${place}`, { optional, after: waitsFor < place ? [`s${waitsFor}`] : [] }),
    );
    const ids = (wanted: "done" | "waiting") => steps.filter((_, place) => parts[place]?.[wanted]).map(({ id }) => id);
    return {
      module: aModule(aLesson("a", steps)),
      records: ids("done").map((id) => ticked(id)),
      waits: ids("waiting"),
    };
  });

describe("whatever waits for whatever", () => {
  test("nothing that is done is locked, and a locked step is next only where nothing else is left", () => {
    fc.assert(
      fc.property(someone, ({ module, records, waits }) => {
        const { next, locks, done } = progressIn(module, records, new Set(waits));
        const undone = module.lessons.flatMap(({ steps }) => steps).filter(({ id }) => !done.has(id));
        expect([...done].filter((id) => locks.steps.has(id))).toEqual([]);
        expect(next === null).toBe(undone.length === 0);
        // Where nothing goes round in a circle, something is always open.
        expect(next !== null && locks.steps.has(next.id)).toBe(false);
      }),
    );
  });

  test("doing one more step locks nothing", () => {
    fc.assert(
      fc.property(someone, ({ module, records }) => {
        const { next, locks } = progressIn(module, records);
        fc.pre(next !== null);
        const after = progressIn(module, [...records, ticked(next?.id ?? "")]);
        expect([...after.locks.steps.keys()].filter((id) => !locks.steps.has(id))).toEqual([]);
      }),
    );
  });
});

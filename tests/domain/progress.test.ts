import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lesson } from "#domain/course/course";
import {
  countSteps,
  isFinished,
  lessonStanding,
  nextStep,
  percentDone,
  progressIn,
  standingOf,
} from "#domain/progress/progress";
import { doneSteps, type StepRecord } from "#domain/progress/step-record";
import { aLesson, aModule, aStep, proven, ticked } from "../support/module.ts";

const now = new Date("2026-11-21T14:00:00Z");

const account = aLesson("account", [aStep("sign-up"), aStep("name")]);
const key = aLesson("key", [aStep("make"), aStep("save", { check: "openai.key" })]);
const credits = aLesson("credits", [aStep("buy", { check: "openai.credits" })]);
const images = aLesson("images", [aStep("verify", { check: "openai.image" }), aStep("draw", { optional: true })]);
const course = aModule(account, key, credits, images);

const standingIn = (lesson: Lesson, records: readonly StepRecord[], waiting: readonly string[] = []) =>
  lessonStanding(lesson, progressIn(course, records, new Set(waiting)));

describe("percent done", () => {
  const steps = [aStep("a"), aStep("b"), aStep("c"), aStep("extra", { optional: true })];

  test("it rounds down", () => {
    expect(percentDone({ steps, done: new Set(["a", "b"]) })).toBe(66);
  });

  test("optional steps change nothing", () => {
    expect(percentDone({ steps, done: new Set(["extra"]) })).toBe(0);
    expect(percentDone({ steps, done: new Set(["a", "b", "c"]) })).toBe(100);
  });

  test("no steps are no progress", () => {
    expect(percentDone({ steps: [], done: new Set() })).toBe(0);
  });

  test("100 is only ever shown to someone who has finished", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (total, count) => {
        const all = Array.from({ length: total }, (_, index) => aStep(String(index)));
        const done = new Set(all.slice(0, count % (total + 1)).map((step) => step.id));
        expect(percentDone({ steps: all, done }) === 100).toBe(done.size === total);
      }),
    );
  });
});

describe("the next step", () => {
  const done = (...ids: string[]) => new Set(ids);

  test("it is the first required step that is not done, in the order of the course", () => {
    expect(nextStep(course, { done: done() })?.id).toBe("sign-up");
    expect(nextStep(course, { done: done("sign-up", "make") })?.id).toBe("name");
  });

  test("a step that waits for the provider is passed over while others are open", () => {
    const before = done("sign-up", "name", "make", "save");
    expect(nextStep(course, { done: before, waiting: done("buy") })?.id).toBe("verify");
    expect(nextStep(course, { done: done(...before, "verify", "draw"), waiting: done("buy") })?.id).toBe("buy");
  });

  test("optional steps come last, and after them nothing", () => {
    const required = ["sign-up", "name", "make", "save", "buy", "verify"];
    expect(nextStep(course, { done: done(...required) })?.id).toBe("draw");
    expect(nextStep(course, { done: done(...required, "draw") })).toBeNull();
    expect(
      isFinished(
        course,
        required.map((id) => ticked(id)),
      ),
    ).toBe(true);
    expect(isFinished(course, [ticked("draw")])).toBe(false);
  });
});

describe("a step", () => {
  test("a proof outranks a tick, and a wait outranks a tick but not a proof", () => {
    expect(standingOf({ stepId: "a", tickedAt: now, provenAt: now, waivedAt: null }, true)).toBe("proven");
    expect(standingOf(ticked("a"), true)).toBe("waiting");
    expect(standingOf(ticked("a"), false)).toBe("ticked");
    expect(standingOf(undefined, false)).toBe("todo");
  });

  test("a record whose tick was taken back is not done", () => {
    expect([
      ...doneSteps([ticked("a"), proven("b"), { stepId: "c", tickedAt: null, provenAt: null, waivedAt: null }]),
    ]).toEqual(["a", "b"]);
  });
});

describe("a lesson", () => {
  const start = [ticked("sign-up"), ticked("name")];

  test("it is proven when every step is done and what can be checked was checked", () => {
    expect(standingIn(key, [...start, ticked("make"), proven("save")])).toBe("proven");
  });

  test("it is ticked when the student's word is all there is", () => {
    expect(standingIn(account, start)).toBe("ticked");
    expect(standingIn(key, [...start, ticked("make"), ticked("save")])).toBe("ticked");
  });

  test("it waits while one of its steps does", () => {
    expect(standingIn(credits, [], ["buy"])).toBe("waiting");
  });

  test("it is current when it holds the next step, and the rest is to do", () => {
    expect(standingIn(account, [ticked("sign-up")])).toBe("current");
    expect(standingIn(key, [ticked("sign-up")])).toBe("todo");
  });

  test("an optional step holds nobody back", () => {
    expect(standingIn(images, [proven("verify")])).toBe("proven");
  });

  test("its steps are counted, the optional ones too", () => {
    expect(countSteps(images.steps, new Set(["verify"]))).toEqual({ total: 2, done: 1, left: 1 });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Module, Step } from "#domain/course/course";
import { newSteps } from "#domain/progress/new-steps";
import {
  countSteps,
  isFinished,
  lessonStanding,
  percentDone,
  progressIn,
  requiredSteps,
} from "#domain/progress/progress";
import { doneSteps, type StepRecord } from "#domain/progress/step-record";
import { aLesson, aModule, aStep, proven, ticked } from "../support/module.ts";

const on = (day: string) => new Date(`${day}T12:00:00Z`);
const lesson = aLesson("lesson", [
  aStep("one"),
  aStep("two"),
  aStep("joined", { since: "2026-11-25" }),
  aStep("later", { since: "2026-12-24", optional: true }),
]);
const course = aModule(lesson);
const early = [ticked("one", on("2026-11-20")), proven("two", on("2026-11-24"))];
const percentOf = (module: Module, records: readonly StepRecord[]) =>
  percentDone({ steps: requiredSteps(module, records), done: doneSteps(records) });

describe("somebody who had finished before a step joined the module", () => {
  test("stays finished, and sees the step as new until it is done", () => {
    expect(isFinished(course, early)).toBe(true);
    expect(percentOf(course, early)).toBe(100);
    expect([...newSteps(course, early)]).toEqual(["joined", "later"]);
    expect(progressIn(course, early).next?.id).toBe("joined");
    const all = [...early, ticked("joined", on("2026-12-01"))];
    expect([...newSteps(course, all)]).toEqual(["later"]);
    expect(countSteps(requiredSteps(course, all), doneSteps(all))).toEqual({ total: 3, done: 3, left: 0 });
  });

  test("keeps their lesson done, and a lesson that is all new is one to do", () => {
    expect(lessonStanding(lesson, progressIn(course, early))).toBe("ticked");
    const fresh = aLesson("fresh", [aStep("brand-new", { since: "2026-11-25" })]);
    const both = aModule(lesson, fresh);
    expect(lessonStanding(fresh, progressIn(both, early))).toBe("todo");
    expect(isFinished(both, early)).toBe(true);
  });

  test("is not locked out of another lesson by it", () => {
    const next = aLesson("next", [aStep("more", { optional: true })], { after: ["lesson"] });
    expect(progressIn(aModule(lesson, next), early).standings.get("more")).toBe("todo");
  });

  test("is not asked for a step that joined still later either", () => {
    const module = aModule(lesson, aLesson("next", [aStep("last", { since: "2027-01-06" })]));
    expect(isFinished(module, early)).toBe(true);
    expect(newSteps(module, early)).toContain("last");
  });

  test("is no longer finished once they take one of the old steps back", () => {
    const [one] = early;
    expect(isFinished(course, one ? [one] : [])).toBe(false);
  });
});

describe("everybody else", () => {
  test("simply has one more step", () => {
    const late = [ticked("one", on("2026-11-20")), ticked("two", on("2026-11-26"))];
    expect([...newSteps(course, late)]).toEqual([]);
    expect(isFinished(course, late)).toBe(false);
    expect(percentOf(course, late)).toBe(66);
    expect(progressIn(course, late).next?.id).toBe("joined");
  });

  test("whose last step was on the day itself, in Warsaw, has it too", () => {
    const last = (at: string) => [ticked("one", on("2026-11-20")), ticked("two", new Date(at))];
    expect(isFinished(course, last("2026-11-24T22:59:59Z"))).toBe(true);
    expect(isFinished(course, last("2026-11-24T23:00:00Z"))).toBe(false);
  });

  test("who had done nothing had not finished, even where nothing older is left", () => {
    const rewritten = aModule(aLesson("lesson", [aStep("joined", { since: "2026-11-25" })]));
    expect(isFinished(rewritten, [])).toBe(false);
    expect(isFinished(rewritten, early)).toBe(true);
  });
});

const DAYS = ["2026-11-10", "2026-11-15", "2026-11-20", "2026-11-25"];
const aDay = fc.constantFrom(...DAYS);
const someSteps = fc
  .array(fc.record({ since: fc.option(aDay), optional: fc.boolean() }), { maxLength: 8 })
  .map((parts) => parts.map((part, place) => aStep(`s${place}`, part)));
const someRecords = fc
  .array(fc.option(aDay), { minLength: 8, maxLength: 8 })
  .map((days) => days.flatMap((day, place): StepRecord[] => (day ? [ticked(`s${place}`, on(day))] : [])));
const of = (steps: readonly Step[]) => aModule(aLesson("lesson", steps));

describe("whatever joins and leaves a module", () => {
  test("the percentage is one, and 100 is only for who has finished", () => {
    fc.assert(
      fc.property(someSteps, someRecords, (steps, records) => {
        const percent = percentOf(of(steps), records);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        if (percent === 100) expect(isFinished(of(steps), records)).toBe(true);
        if (requiredSteps(of(steps), records).length > 0) expect(percent === 100).toBe(isFinished(of(steps), records));
      }),
    );
  });

  test("a step that joins later, with its day, un-finishes nobody", () => {
    fc.assert(
      fc.property(someSteps, someRecords, fc.nat(8), fc.boolean(), (steps, records, place, optional) => {
        fc.pre(records.length > 0 && isFinished(of(steps), records));
        const joined = aStep("joined", { since: "2026-11-26", optional });
        expect(isFinished(of(steps.toSpliced(place, 0, joined)), records)).toBe(true);
      }),
    );
  });

  test("a step that leaves un-finishes nobody", () => {
    fc.assert(
      fc.property(someSteps, someRecords, fc.nat(7), (steps, records, place) => {
        fc.pre(isFinished(of(steps), records));
        expect(isFinished(of(steps.toSpliced(place, 1)), records)).toBe(true);
      }),
    );
  });

  test("what is new to somebody is undone, and new to nobody who has yet to finish", () => {
    fc.assert(
      fc.property(someSteps, someRecords, (steps, records) => {
        const fresh = newSteps(of(steps), records);
        const done = doneSteps(records);
        expect([...fresh].filter((id) => done.has(id))).toEqual([]);
        if (fresh.size > 0) expect(isFinished(of(steps), records)).toBe(true);
      }),
    );
  });
});

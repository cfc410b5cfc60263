import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClassCourse, columnsOf } from "#domain/class/class-course";
import { funnelOf, standingsOf, widestGap } from "#domain/class/funnel";
import type { Pattern } from "#domain/class/pattern";
import { moduleSeenBy } from "#domain/course/audience";
import { aLesson, aModule, aStep } from "../support/module.ts";

const IDS = ["a", "b", "c", "d"];
const module = aModule(
  aLesson("one", [aStep("a"), aStep("b"), aStep("extra", { optional: true })]),
  aLesson("two", [aStep("c"), aStep("d")]),
);
const courses: readonly ClassCourse[] = [{ cohorts: "", module }];
const columns = columnsOf(module, courses);

const aPattern = (students: number, steps: readonly string[], parts: Partial<Pattern> = {}): Pattern => ({
  cohorts: "",
  done: steps.map((stepId) => ({ stepId, since: null })),
  students,
  absent: 0,
  ...parts,
});
const reachedBy = (...patterns: Pattern[]) => funnelOf(columns, courses, patterns).map(({ reached }) => reached);

describe("the funnel", () => {
  test("counts whoever has done a step and all before it, and no optional one", () => {
    const patterns = [aPattern(3, IDS), aPattern(2, ["a", "c", "d"]), aPattern(5, ["extra"])];
    expect(columns.map(({ step }) => step.id)).toEqual(IDS);
    expect(reachedBy(...patterns)).toEqual([5, 3, 3, 3]);
    expect(funnelOf(columns, courses, patterns).map(({ done }) => done)).toEqual([5, 3, 5, 5]);
    expect(standingsOf(courses, patterns)).toEqual({ students: 10, absent: 0, finished: 3 });
  });

  test("never widens, and nobody is in it who has not done the step", () => {
    const somebody = fc.record({
      students: fc.integer({ min: 1, max: 50 }),
      done: fc.uniqueArray(fc.constantFrom(...IDS)),
    });
    fc.assert(
      fc.property(fc.array(somebody), (people) => {
        const funnel = funnelOf(
          columns,
          courses,
          people.map(({ students, done }) => aPattern(students, done)),
        );
        const all = people.reduce((sum, { students }) => sum + students, 0);
        for (const [place, { reached, done, asked }] of funnel.entries()) {
          expect(asked).toBe(all);
          expect(reached).toBeLessThanOrEqual(done);
          expect(reached).toBeLessThanOrEqual(funnel[place - 1]?.reached ?? all);
        }
        expect(funnel.at(-1)?.reached).toBe(
          standingsOf(
            courses,
            people.map(({ students, done }) => aPattern(students, done)),
          ).finished,
        );
      }),
    );
  });

  test("is the same however its people are put together", () => {
    const apart = [aPattern(1, ["a"]), aPattern(1, ["a"]), aPattern(1, ["a", "b"])];
    expect(reachedBy(...apart)).toEqual(reachedBy(aPattern(1, ["a", "b"]), aPattern(2, ["a"])));
  });

  test("asks a lesson for one cohort of that cohort alone", () => {
    const whole = aModule(
      aLesson("all", [aStep("a")]),
      aLesson("autumns", [aStep("b")], { cohorts: ["autumn"] }),
      aLesson("last", [aStep("c")]),
    );
    const both = ["", "autumn"].map((cohorts) => ({ cohorts, module: moduleSeenBy(cohorts.split(","), whole) }));
    const patterns = [aPattern(4, ["a", "c"]), aPattern(2, ["a", "c"], { cohorts: "autumn" })];
    const funnel = funnelOf(columnsOf(whole, both), both, patterns);
    expect(funnel.map(({ asked, reached }) => [asked, reached])).toEqual([
      [6, 6],
      [2, 0],
      [6, 4],
    ]);
    // Four have it behind them without it, and are not lost there.
    expect(widestGap(funnel)).toMatchObject({ step: { step: { id: "b" } }, lost: 2 });
  });

  test("does not ask of whoever had finished what has joined since", () => {
    const grown = aModule(aLesson("one", [aStep("a"), aStep("new", { since: "2026-11-20" }), aStep("c")]));
    const own = [{ cohorts: "", module: grown }];
    const late = aPattern(1, [], { done: ["a", "c"].map((stepId) => ({ stepId, since: "2026-11-20" })) });
    const funnel = funnelOf(columnsOf(grown, own), own, [aPattern(3, ["a", "c"]), late]);
    expect(funnel.map(({ asked, reached }) => [asked, reached])).toEqual([
      [4, 4],
      [1, 0],
      [4, 3],
    ]);
    expect(standingsOf(own, [aPattern(3, ["a", "c"]), late]).finished).toBe(3);
  });

  test("tells where most stop, and nothing of a class where nobody does", () => {
    expect(widestGap(funnelOf(columns, courses, [aPattern(9, IDS), aPattern(2, ["a"])]))).toMatchObject({
      step: { step: { id: "b" } },
      lost: 2,
    });
    expect(widestGap(funnelOf(columns, courses, [aPattern(9, IDS)]))).toBeNull();
    expect(widestGap(funnelOf(columns, courses, []))).toBeNull();
  });
});

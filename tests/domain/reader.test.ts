import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lesson, Module, Step } from "#domain/course/course";
import { doneSteps, isFinished, nextStep, percentDone, progressIn, requiredSteps } from "#domain/progress/progress";
import { forCohorts, lockOf, lockOfLesson, withNews } from "#domain/progress/reader";

const aStep = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: id,
  anchor: id,
  summary: "",
  at: null,
  check: null,
  optional: false,
  ...more,
});
const aLesson = (slug: string, steps: readonly Step[], more: Partial<Lesson> = {}): Lesson => ({
  module: "m",
  slug,
  title: slug,
  minutes: 1,
  tags: [],
  video: null,
  checked: null,
  provider: null,
  steps,
  ...more,
});
const aModule = (...lessons: readonly Lesson[]): Module => ({ slug: "m", title: "M", order: 1, videos: [], lessons });
const doneOn = (day: string, ...ids: readonly string[]) =>
  ids.map((stepId) => ({ stepId, tickedAt: new Date(`${day}T12:00:00Z`), provenAt: null }));
const NOTHING: ReadonlySet<string> = new Set();

describe("a step that has to wait for others", () => {
  const module = aModule(
    aLesson("a", [aStep("a1"), aStep("a2", { after: ["b1"] })]),
    aLesson("b", [aStep("b1", { optional: true })]),
  );
  const second = module.lessons[0]?.steps[1] as Step;

  test("is locked until they are done, and is never the next one before", () => {
    expect(lockOf(module, second, NOTHING).map(({ id }) => id)).toEqual(["b1"]);
    expect(lockOf(module, second, new Set(["b1"]))).toEqual([]);
    expect(nextStep(module, new Set(["a1"]))?.id).toBe("b1");
    expect(nextStep(module, new Set(["a1", "b1"]))?.id).toBe("a2");
  });

  test("stays done when what came before is taken back", () => {
    expect(lockOf(module, second, new Set(["a2"]))).toEqual([]);
  });

  test("is pointed at when nothing else is left", () => {
    expect(
      nextStep(aModule(aLesson("a", [aStep("a1", { after: ["a1b"] }), aStep("a1b", { after: ["a1"] })])), NOTHING)?.id,
    ).toBe("a1");
  });

  test("locks its whole lesson where the lesson comes after another; optional steps hold nobody up", () => {
    const own = aModule(
      aLesson("a", [aStep("a1"), aStep("a2", { optional: true })]),
      aLesson("b", [aStep("b1")], { after: ["a"] }),
    );
    const locked = (done: readonly string[]) =>
      lockOfLesson(own, own.lessons[1] as Lesson, progressIn(own, doneOn("2026-11-01", ...done), NOTHING)).map(
        ({ id }) => id,
      );
    expect([locked([]), locked(["a1"]), locked(["b1"])]).toEqual([["a1"], [], []]);
  });
});

describe("a step that is added", () => {
  const module = aModule(
    aLesson("a", [aStep("a1"), aStep("neu", { since: "2026-11-20" }), aStep("neuer", { since: "2026-11-25" })]),
  );
  const finished = (day: string, ...ids: readonly string[]) => {
    const records = doneOn(day, ...ids);
    return isFinished(withNews(module, records), doneSteps(records));
  };

  test("is new to whoever had finished, who stays finished however often one is added", () => {
    expect(finished("2026-11-10", "a1")).toBe(true);
    const [, first, second] = withNews(module, doneOn("2026-11-10", "a1")).lessons[0]?.steps ?? [];
    expect([first?.isNew, second?.isNew, first?.optional]).toEqual([true, true, true]);
  });

  test("is one more step to whoever had not", () => {
    expect(finished("2026-11-20", "a1")).toBe(false);
    expect(finished("2026-11-22", "a1", "neu")).toBe(true);
    expect(withNews(module, [])).toBe(module);
  });
});

test("lessons for some cohorts are there for those alone", () => {
  const module = aModule(aLesson("alle", []), aLesson("nur", [], { cohorts: ["jesien", "zima"] }));
  expect(forCohorts(module, ["wiosna"]).lessons.map(({ slug }) => slug)).toEqual(["alle"]);
  expect(forCohorts(module, ["wiosna", "zima"])).toBe(module);
});

const ids = ["a", "b", "c", "d", "e"];
const days = ["2026-11-01", "2026-11-05", "2026-11-10", "2026-11-15"];
const steps = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...ids),
    optional: fc.boolean(),
    since: fc.option(fc.constantFrom(...days), { nil: null }),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
);
const records = fc
  .array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom("2026-10-30", ...days)), { maxLength: 8 })
  .map((pairs) => [...new Map(pairs)].flatMap(([id, day]) => doneOn(day, id)));

describe("whatever the course and the progress", () => {
  test("the part that is done is between none and all, and all is for who has finished", () => {
    fc.assert(
      fc.property(steps, records, (some, rows) => {
        const module = withNews(
          aModule(
            aLesson(
              "l",
              some.map(({ id, ...more }) => aStep(id, more)),
            ),
          ),
          rows,
        );
        const percent = percentDone({ steps: requiredSteps(module), done: doneSteps(rows) });
        expect(percent >= 0 && percent <= 100).toBe(true);
        if (percent === 100) expect(isFinished(module, doneSteps(rows))).toBe(true);
      }),
    );
  });

  test("adding a step today un-finishes nobody, and taking one away neither", () => {
    fc.assert(
      fc.property(steps, records, fc.nat(), (some, rows, at) => {
        const finishedIn = (all: typeof some) => {
          const module = withNews(
            aModule(
              aLesson(
                "l",
                all.map(({ id, ...more }) => aStep(id, more)),
              ),
            ),
            rows,
          );
          return requiredSteps(module).length > 0 && isFinished(module, doneSteps(rows));
        };
        fc.pre(finishedIn(some));
        expect(finishedIn([...some, { id: "neu", optional: false, since: "2026-11-28" }])).toBe(true);
        const left = some.filter((_, index) => index !== at % some.length);
        fc.pre(left.some(({ optional, since }) => !optional && since === null));
        expect(finishedIn(left)).toBe(true);
      }),
    );
  });
});

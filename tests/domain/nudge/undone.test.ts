import { describe, expect, test } from "vitest";
import type { Module } from "#domain/course/course";
import { waitingSteps } from "#domain/course/course";
import { isUndone } from "#domain/nudge/undone";
import { decisiveSteps } from "#domain/progress/locks";
import { moduleOf } from "#server/course/queries";

const module: Module = await moduleOf("pl");
const lesson = module.lessons.find(({ steps }) => steps.some(({ optional }) => !optional));
const place = { module: lesson?.module ?? "", lesson: lesson?.slug ?? "" };
const at = new Date("2026-11-01T10:00:00Z");
const ticked = (stepId: string) => ({ stepId, tickedAt: at, provenAt: null, waivedAt: null });
const NOTHING = new Set<string>();

describe("whether a lesson is left to do", () => {
  test("it is until each of its required steps is done", () => {
    const steps = decisiveSteps(lesson ?? { steps: [] }, NOTHING);
    expect(isUndone(module, place, [], NOTHING)).toBe(true);
    expect(
      isUndone(
        module,
        place,
        steps.slice(1).map(({ id }) => ticked(id)),
        NOTHING,
      ),
    ).toBe(true);
    expect(
      isUndone(
        module,
        place,
        steps.map(({ id }) => ticked(id)),
        NOTHING,
      ),
    ).toBe(false);
  });

  test("nobody is hurried who waits for the provider", () => {
    const [first] = lesson?.steps ?? [];
    expect(isUndone(module, place, [], new Set([first?.id ?? ""]))).toBe(false);
  });

  test("a lesson that is not there, or that nobody has to do, is left to nobody", () => {
    expect(isUndone(module, { ...place, lesson: "nie-ma" }, [], NOTHING)).toBe(false);
    const optional = {
      ...module,
      lessons: module.lessons.map((row) => ({ ...row, steps: row.steps.map((step) => ({ ...step, optional: true })) })),
    };
    expect(isUndone(optional, place, [], NOTHING)).toBe(false);
  });

  test("a step waits whose check has a running timer", () => {
    const checked = module.lessons.flatMap(({ steps }) => steps).find(({ check }) => check);
    expect(waitingSteps(module, [checked?.check ?? ""])).toContain(checked?.id);
    expect(waitingSteps(module, []).size).toBe(0);
  });
});

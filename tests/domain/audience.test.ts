import { describe, expect, test } from "vitest";
import { cohortsNamedIn, isFor, moduleSeenBy } from "#domain/course/audience";
import { isOptional } from "#domain/course/course";
import { aLesson, aModule, aStep } from "../support/module.ts";

const everybodys = aLesson("everybodys", [aStep("a")]);
const autumns = aLesson("autumns", [aStep("b")], { cohorts: ["autumn"] });
const both = aLesson("both", [aStep("c")], { cohorts: ["autumn", "winter"] });
const course = aModule(everybodys, autumns, both);
const seenBy = (...cohorts: string[]) => moduleSeenBy(cohorts, course).lessons.map(({ slug }) => slug);

describe("a lesson for one cohort", () => {
  test("is for whoever is in one of those that it names, and one that names none is for everybody", () => {
    expect(seenBy()).toEqual(["everybodys"]);
    expect(seenBy("summer")).toEqual(["everybodys"]);
    expect(seenBy("winter")).toEqual(["everybodys", "both"]);
    expect(isFor(autumns, ["autumns", "autum"])).toBe(false);
  });

  test("is there once for somebody in two cohorts, who sees what either sees", () => {
    expect(seenBy("winter", "autumn")).toEqual(["everybodys", "autumns", "both"]);
  });

  test("is part of the whole course", () => {
    expect(moduleSeenBy("all", course)).toEqual(course);
    expect(cohortsNamedIn(course)).toEqual(["autumn", "winter"]);
  });
});

test("a lesson is optional when all of its steps are, and by its own word where it has none", () => {
  expect(isOptional(aLesson("a", [aStep("x", { optional: true }), aStep("y", { optional: true })]))).toBe(true);
  expect(isOptional(aLesson("a", [aStep("x", { optional: true }), aStep("y")], { optional: true }))).toBe(false);
  expect([isOptional(aLesson("a", [])), isOptional(aLesson("a", [], { optional: true }))]).toEqual([false, true]);
});

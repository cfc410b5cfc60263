import { describe, expect, test } from "vitest";
import { wordAfter } from "#domain/cohort/requirement";
import type { Module } from "#domain/course/course";
import { isOptional, stepsOf } from "#domain/course/course";
import { moduleAskedBy, type Said, SILENT, type Word } from "#domain/course/requirement";
import { isFinished, progressIn, requiredSteps } from "#domain/progress/progress";
import { aLesson, aModule, aStep, ticked } from "../support/module.ts";

const KEY = aLesson("klucz", [aStep("a"), aStep("b", { optional: true })]);
const MONEY = aLesson("srodki", [aStep("c")], { after: ["klucz"] });
const IMAGES = aLesson("obrazy", [aStep("d", { optional: true }), aStep("e", { optional: true })], { optional: true });
const whole = aModule(KEY, MONEY, IMAGES);

const word = (lesson: string, isRequired: boolean, since: string | null = null): Word => ({
  ...{ module: "modul-1", lesson, isRequired, since },
});
const said = (words: Record<string, Word[]>, ...archived: string[]): Said => ({
  words: new Map(Object.entries(words)),
  archived: new Set(archived),
});
const requiredIn = (module: Module) => requiredSteps(module, []).map(({ id }) => id);
const askedOf = (cohorts: readonly string[], words: Said) => requiredIn(moduleAskedBy(cohorts, words, whole));

describe("what a cohort requires", () => {
  const easy = said({ lekka: [word("klucz", false)] });

  test("is what the authors do, while it says nothing", () => {
    expect(moduleAskedBy(["inna"], easy, whole)).toBe(whole);
    expect(askedOf([], easy)).toEqual(["a", "c"]);
  });

  test("leaves a lesson in its place when it need not be done", () => {
    const module = moduleAskedBy(["lekka"], easy, whole);
    expect(module.lessons.map((lesson) => [lesson.slug, isOptional(lesson)])).toEqual([
      ["klucz", true],
      ["srodki", false],
      ["obrazy", true],
    ]);
    expect([requiredIn(module), isFinished(module, [ticked("c")])]).toEqual([["c"], true]);
  });

  test("may be all of a lesson that authors leave to people, and of another what its author requires", () => {
    const strict = said({ pelna: [word("obrazy", true), word("klucz", true)] });
    expect(askedOf(["pelna"], strict)).toEqual(["a", "c", "d", "e"]);
  });

  test("never waits for what may be left out", () => {
    expect(progressIn(whole, []).locks.lessons.has("srodki")).toBe(true);
    const { locks, next } = progressIn(moduleAskedBy(["lekka"], easy, whole), []);
    expect([locks.lessons.has("srodki"), next?.id]).toEqual([false, "c"]);
  });

  test("keeps the order within what may be left out", () => {
    const lesson = aLesson("l", [aStep("one"), aStep("two", { after: ["one"] })]);
    const module = moduleAskedBy(["x"], said({ x: [word("l", false)] }), aModule(lesson));
    expect(progressIn(module, []).locks.steps.has("two")).toBe(true);
  });

  test("may be nothing at all, which everybody has done and nothing counts", () => {
    const none = moduleAskedBy(["x"], said({ x: [word("klucz", false), word("srodki", false)] }), whole);
    expect([requiredIn(none), isFinished(none, []), progressIn(none, []).next?.id]).toEqual([[], true, "a"]);
  });
});

describe("somebody in two cohorts", () => {
  test("is asked for what either of them requires, also one that says nothing", () => {
    const both = said({ lekka: [word("klucz", false)], druga: [word("klucz", false), word("srodki", false)] });
    expect(askedOf(["lekka", "druga"], both)).toEqual(["c"]);
    expect(askedOf(["lekka", "milczaca"], both)).toEqual(["a", "c"]);
    expect(askedOf(["lekka", SILENT], both)).toEqual(["a", "c"]);
  });

  test("is asked for nothing by one that is put away", () => {
    const away = said({ lekka: [word("klucz", false)] }, "dawna");
    expect(askedOf(["lekka", "dawna"], away)).toEqual(["c"]);
  });

  test("is not asked for a lesson by one that it is not for", () => {
    const own = aModule(aLesson("tylko", [aStep("x")], { cohorts: ["lekka"] }));
    const words = said({ lekka: [word("tylko", false)] });
    expect(requiredIn(moduleAskedBy(["lekka", "inna", SILENT], words, own))).toEqual([]);
  });

  test("is asked since the first day on which one of them does", () => {
    const sinceOf = (words: Said, ...cohorts: string[]) =>
      stepsOf(moduleAskedBy(cohorts, words, whole)).find(({ id }) => id === "d")?.since;
    const words = said({
      x: [word("obrazy", true, "2026-12-05")],
      y: [word("obrazy", true, "2026-12-02")],
      z: [word("obrazy", true)],
    });
    expect([sinceOf(words, "x"), sinceOf(words, "x", "y"), sinceOf(words, "x", "z")]).toEqual([
      "2026-12-05",
      "2026-12-02",
      null,
    ]);
  });
});

test("whoever had finished before a lesson was required stays finished, and it is new to them", () => {
  const module = moduleAskedBy(["x"], said({ x: [word("obrazy", true, "2026-12-02")] }), whole);
  const early = ["a", "c"].map((id) => ticked(id, new Date("2026-12-01T22:30:00Z")));
  const late = ["a", "c"].map((id) => ticked(id, new Date("2026-12-01T23:30:00Z")));
  expect([isFinished(module, early), isFinished(module, late)]).toEqual([true, false]);
  expect([...progressIn(module, early).fresh]).toEqual(["d", "e"]);
});

describe("a cohort's word", () => {
  const on = (today: string, isRequired: boolean, byAuthor = true) => ({ today, isRequired, byAuthor });

  test("is none where it is the author's", () => {
    expect(wordAfter(null, on("2026-12-01", true))).toBeNull();
    expect(wordAfter(null, on("2026-12-01", false, false))).toBeNull();
  });

  test("that makes a lesson required asks from the next day on, over the end of a month too", () => {
    expect(wordAfter(null, on("2026-12-31", true, false))).toEqual({ isRequired: true, since: "2027-01-01" });
  });

  test("that is taken back on its day has never been", () => {
    const kept = { ...wordAfter(null, on("2026-12-01", false)), isRequired: false, since: null };
    expect(wordAfter({ ...kept, changedOn: "2026-12-01" }, on("2026-12-01", true))).toBeNull();
  });

  test("that is taken back later spares those who have finished meanwhile", () => {
    const kept = { isRequired: false, since: null, changedOn: "2026-12-01" };
    expect(wordAfter(kept, on("2026-12-04", true))).toEqual({ isRequired: true, since: "2026-12-05" });
  });

  test("that was a slip keeps the day since when the lesson is asked", () => {
    const asked = { isRequired: true, since: "2026-12-05", changedOn: "2026-12-04" };
    const slip = wordAfter(asked, on("2026-12-20", false, false));
    expect(slip).toEqual({ isRequired: false, since: "2026-12-05" });
    if (slip)
      expect(wordAfter({ ...slip, changedOn: "2026-12-20" }, on("2026-12-20", true, false))).toEqual({
        isRequired: true,
        since: "2026-12-05",
      });
  });
});

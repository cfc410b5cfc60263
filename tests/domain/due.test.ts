import { describe, expect, test } from "vitest";
import { dueAt, dueOf, duesIn } from "#domain/cohort/due";
import { progressIn } from "#domain/progress/progress";
import { aLesson, aModule, aStep, ticked } from "../support/module.ts";

/** The last minute of a day in Warsaw, in winter. */
const endOf = (day: string) => new Date(`${day}T22:59:00Z`);
const now = new Date("2026-12-02T10:00:00Z");
const lesson = aLesson("klucz", [aStep("a"), aStep("b", { optional: true })]);
const due = (day: string, slug = "klucz") => ({ module: "modul-1", lesson: slug, dueAt: endOf(day) });

describe("a day until which a lesson is to be done", () => {
  test("is told by its name in Warsaw, and by how far it is in days", () => {
    const told = (at: string, from: string) => {
      const { when, weekday, isFar } = dueAt(new Date(at), new Date(from));
      return [when, weekday, isFar];
    };
    expect(told("2026-12-04T22:59:00Z", "2026-12-02T10:00:00Z")).toEqual(["later", "fri", false]);
    expect(told("2026-12-03T22:59:00Z", "2026-12-02T10:00:00Z")).toEqual(["tomorrow", "thu", false]);
    // Half past midnight in Warsaw: the third has begun.
    expect(told("2026-12-03T22:59:00Z", "2026-12-02T23:30:00Z")).toEqual(["today", "thu", false]);
    expect(told("2026-12-03T22:59:00Z", "2026-12-03T22:59:40Z")).toEqual(["today", "thu", false]);
    expect(told("2026-12-03T22:59:00Z", "2026-12-03T23:00:00Z")).toEqual(["past", "thu", false]);
    expect(told("2027-10-31T22:59:00Z", "2026-12-03T23:00:00Z")).toEqual(["later", "sun", true]);
  });

  test("is the next of those that somebody's cohorts name, or the last where all are over", () => {
    const of = (...days: string[]) =>
      dueOf(
        days.map((day) => due(day)),
        lesson,
        now,
      )?.at;
    expect(of("2026-12-09", "2026-12-01", "2026-12-04")).toEqual(endOf("2026-12-04"));
    expect(of("2026-11-20", "2026-12-01")).toEqual(endOf("2026-12-01"));
    expect([of(), dueOf([due("2026-12-04", "inna")], lesson, now)]).toEqual([undefined, null]);
  });

  test("is not told of what is done, though what is optional there is left", () => {
    const module = aModule(lesson);
    const shown = (...done: string[]) =>
      duesIn(
        module,
        progressIn(
          module,
          done.map((id) => ticked(id)),
        ),
        [due("2026-12-04")],
        now,
      ).size;
    expect([shown(), shown("b"), shown("a")]).toEqual([1, 1, 0]);
  });

  test("makes nobody late with what they need not do", () => {
    const optional = aLesson("obrazy", [aStep("c", { optional: true })]);
    const module = aModule(lesson, optional, aLesson("czytanka", []));
    const dues = (day: string) => ["klucz", "obrazy", "czytanka"].map((slug) => due(day, slug));
    const shown = (day: string) => [...duesIn(module, progressIn(module, []), dues(day), now).keys()];
    expect(shown("2026-12-04")).toEqual(["klucz", "obrazy", "czytanka"]);
    expect(shown("2026-12-01")).toEqual(["klucz"]);
  });
});

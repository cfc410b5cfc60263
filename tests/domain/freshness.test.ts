import { describe, expect, test } from "vitest";
import { daysBetween, isStale } from "#domain/course/freshness";

describe("how long ago a lesson was checked", () => {
  test.each([
    ["2026-11-20", "2026-11-20", 0],
    ["2026-11-20", "2026-11-28", 8],
    ["2026-03-28", "2026-03-30", 2],
    ["2026-10-24", "2026-10-26", 2],
    ["2025-12-31", "2026-12-31", 365],
    ["2026-12-24", "2026-11-28", 0],
  ])("counts the days from %s to %s as %i, also over a change of clocks and never below none", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test("is too long from the ninety-first day on", () => {
    expect([isStale(0), isStale(90), isStale(91)]).toEqual([false, false, true]);
  });
});

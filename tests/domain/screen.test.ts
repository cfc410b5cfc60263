import { describe, expect, test } from "vitest";
import { groupedBySection } from "#domain/screen/screen-report";
import { shrinkingOf } from "../../components/screen/shrunk-picture.ts";

const said = (lesson: string, anchor: string, studentId: string) => ({ module: "m", lesson, anchor, studentId });

describe("reports of changed screens", () => {
  test("stand together by section, in the order in which the newest of each comes", () => {
    const reports = [
      said("a", "x", "1"),
      said("b", "x", "2"),
      said("a", "x", "2"),
      said("a", "y", "1"),
      said("a", "x", "1"),
    ];
    const groups = groupedBySection(reports).map(({ key, people, reports: own }) => [key, people, own.length]);
    expect(groups).toEqual([
      ["m/a#x", 2, 3],
      ["m/b#x", 1, 1],
      ["m/a#y", 1, 1],
    ]);
    expect(groupedBySection([])).toEqual([]);
  });
});

describe("a picture that is sent", () => {
  test.each([
    [1280, 800, 1],
    [2000, 2000, 1],
    [4000, 4000, 0.5],
    [400, 16_000, 0.5],
  ])("of %i × %i is drawn %f times as large, and never larger than it is", (width, height, scale) => {
    expect(shrinkingOf({ width, height })).toBeCloseTo(scale);
  });
});

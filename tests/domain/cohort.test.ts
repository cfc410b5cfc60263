import { describe, expect, test } from "vitest";
import { dayBegins, dayEnds, dayIn, momentIn } from "#domain/cohort/local-time";
import { slugOf } from "#domain/cohort/slug";
import { readChosen } from "#domain/cohort/thresholds";
import { COURSE_ZONE } from "#domain/cohort/zone";

describe("a moment of a form", () => {
  test.each([
    ["2026-12-03T18:00", "2026-12-03T17:00:00.000Z"],
    ["2026-07-03T18:00", "2026-07-03T16:00:00.000Z"],
    // The night in which the clocks go forward, and the day after.
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T12:00", "2026-10-25T11:00:00.000Z"],
  ])("%s is %s by Polish clocks", (text, at) => {
    expect(momentIn(text, COURSE_ZONE)?.toISOString()).toBe(at);
  });

  test.each(["", "2026-02-30T10:00", "2026-13-01T10:00", "2026-12-01T25:00", "jutro"])("%j is none", (text) => {
    expect(momentIn(text, COURSE_ZONE)).toBeNull();
  });

  test("comes back as the day that it was", () => {
    for (const at of [dayBegins("2026-12-03", COURSE_ZONE), dayEnds("2026-12-03", COURSE_ZONE)])
      expect(at && dayIn(at, COURSE_ZONE)).toBe("2026-12-03");
  });
});

test.each([
  ["Jesień 2026", "jesien-2026"],
  ["  Łódź — zaoczni! ", "lodz-zaoczni"],
  ["***", "grupa"],
])("the cohort %j has the slug %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("a rule is whole numbers from one up to what they may be", () => {
  expect(readChosen({ tries: "3", stalledDays: "5", invitedDays: "60" })).toEqual({
    ...{ tries: 3, stalledDays: 5, invitedDays: 60 },
  });
  for (const tries of ["0", "21", "-1", "1.5", "", "trzy"])
    expect(readChosen({ tries, stalledDays: "3", invitedDays: "2" })).toBeNull();
});

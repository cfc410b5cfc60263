import { describe, expect, test } from "vitest";
import { chosenEnd, dayAfter, dayOf, endOfDay, farewellOf } from "#domain/credential/expiry";

const at = (text: string) => new Date(text);
const NOTHING = { expiresAt: null, courseEndsAt: null, refusedAt: null };

describe("T32: a day that a student chooses", () => {
  test.each([
    ["2026-01-15", "2026-01-15T23:00:00Z"],
    ["2026-07-15", "2026-07-15T22:00:00Z"],
    ["2026-12-31", "2026-12-31T23:00:00Z"],
    ["2028-02-29", "2028-02-29T23:00:00Z"],
    // The days on which the clocks change, and those before them.
    ["2026-03-28", "2026-03-28T23:00:00Z"],
    ["2026-03-29", "2026-03-29T22:00:00Z"],
    ["2026-10-24", "2026-10-24T22:00:00Z"],
    ["2026-10-25", "2026-10-25T23:00:00Z"],
  ])("%s ends at midnight in Warsaw, which is %s", (day, end) => {
    expect(endOfDay(day)).toEqual(at(end));
    expect(dayOf(new Date(at(end).getTime() - 1))).toBe(day);
    expect(dayOf(at(end))).not.toBe(day);
  });

  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "jutro", "", "2026-01-01T00:00", "2026-1-1"])(
    "is none in %j",
    (day) => {
      expect(endOfDay(day)).toBeNull();
    },
  );

  test("is from tomorrow on, as Warsaw counts days, and within a year", () => {
    const evening = at("2026-11-24T22:30:00Z");
    expect(dayOf(evening)).toBe("2026-11-24");
    expect(chosenEnd("2026-11-24", evening)).toBeNull();
    expect(chosenEnd("2026-11-25", evening)).toEqual(at("2026-11-25T23:00:00Z"));
    expect(chosenEnd("2026-11-25", at("2026-11-24T23:30:00Z"))).toBeNull();
    expect(chosenEnd("2027-11-24", evening)).not.toBeNull();
    expect(chosenEnd("2027-12-24", evening)).toBeNull();
    expect(chosenEnd(dayAfter(evening, 7), evening)).toEqual(at("2026-12-01T23:00:00Z"));
  });
});

describe("what ends a key by itself", () => {
  test("is nothing where nothing was chosen, no course ends and the provider knows it", () => {
    expect(farewellOf(NOTHING)).toBeNull();
  });

  test("is the day that was chosen, thirty days after the course, or a day after the provider knew it no more", () => {
    expect(farewellOf({ ...NOTHING, expiresAt: at("2027-01-01T23:00:00Z") })).toEqual({
      at: at("2027-01-01T23:00:00Z"),
      because: "chosen_day",
    });
    expect(farewellOf({ ...NOTHING, courseEndsAt: at("2026-12-01T00:00:00Z") })).toEqual({
      at: at("2026-12-31T00:00:00Z"),
      because: "course_over",
    });
    expect(farewellOf({ ...NOTHING, refusedAt: at("2026-12-01T10:00:00Z") })).toEqual({
      at: at("2026-12-02T10:00:00Z"),
      because: "refused",
    });
  });

  test("is whichever comes first", () => {
    const facts = {
      expiresAt: at("2026-12-10T23:00:00Z"),
      courseEndsAt: at("2026-12-01T00:00:00Z"),
      refusedAt: at("2026-12-20T00:00:00Z"),
    };
    expect(farewellOf(facts)?.because).toBe("chosen_day");
    expect(farewellOf({ ...facts, expiresAt: null })?.because).toBe("refused");
  });
});

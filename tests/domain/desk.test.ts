import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { snoozeEnd } from "#domain/desk/snooze";
import { addressOf, changed, isNarrowed, viewIn, WHOLE_VIEW } from "#domain/desk/view";

const queryOf = (address: string) => Object.fromEntries(new URL(address, "http://desk").searchParams);

describe("the address of a view", () => {
  test("the whole view has the plain address", () => {
    expect(addressOf(WHOLE_VIEW)).toBe("/desk");
    expect(viewIn({})).toEqual(WHOLE_VIEW);
  });

  test("says all that the view is, and nothing else", () => {
    const view = viewIn({
      cohort: "jesien-2026",
      status: "blocked",
      cause: "org_unverified",
      lesson: "srodki",
      who: "mine",
      q: "Łoś & co",
      sort: "-tries",
      page: "3",
    });
    expect(view).toMatchObject({ sort: "tries", isDown: true, list: true, page: 3, q: "Łoś & co" });
    expect(viewIn(queryOf(addressOf(view)))).toEqual(view);
    expect(isNarrowed(view)).toBe(true);
  });

  test("whatever is in an address, a view comes of it that leads back to itself", () => {
    const words = fc.oneof(fc.string(), fc.constantFrom("asked", "none", "-name", "list", "yes", "2", "9999999"));
    const keys = fc.constantFrom(
      "cohort",
      "status",
      "cause",
      "lesson",
      "who",
      "q",
      "snoozed",
      "sort",
      "as",
      "page",
      "x",
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(words, fc.array(words))), (query) => {
        const view = viewIn(query);
        expect(viewIn(queryOf(addressOf(view)))).toEqual(view);
      }),
    );
  });

  test("a narrower view begins at its first page", () => {
    expect(changed({ ...WHOLE_VIEW, page: 4 }, { status: "asked" })).toMatchObject({ page: 1, status: "asked" });
  });
});

describe("out of the way", () => {
  test("until the morning of a day in Warsaw, also across a change of clocks", () => {
    const friday = new Date("2026-10-23T15:00:00Z");
    expect(snoozeEnd("hour", friday)).toEqual(new Date("2026-10-23T16:00:00Z"));
    expect(snoozeEnd("tomorrow", friday)).toEqual(new Date("2026-10-24T06:00:00Z"));
    expect(snoozeEnd("three_days", friday)).toEqual(new Date("2026-10-26T07:00:00Z"));
    expect(snoozeEnd("week", friday)).toEqual(new Date("2026-10-30T07:00:00Z"));
  });
});

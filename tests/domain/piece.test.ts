import { describe, expect, test } from "vitest";
import { holdsPieceOf } from "#domain/redaction/piece";

const SECRET = "Ab1cD2eF3gH4iJ5k";

describe("a piece of a secret", () => {
  test.each([
    ["all of it", SECRET],
    ["eight characters from its middle", "D2eF3gH4"],
    ["eight characters within other words", "org-xxD2eF3gH4xx"],
    ["the same in another case", "d2Ef3Gh4"],
  ])("is found: %s", (_, text) => {
    expect(holdsPieceOf(SECRET, text)).toBe(true);
  });

  test.each([
    ["seven characters of it", "D2eF3gH"],
    ["its characters in another order", "H4gF3eD2"],
    ["an id of its own", "req_0123456789abcdef"],
    ["nothing", ""],
  ])("is not found: %s", (_, text) => {
    expect(holdsPieceOf(SECRET, text)).toBe(false);
  });

  test("that is shorter is found whole alone", () => {
    expect([holdsPieceOf("abc", "abc"), holdsPieceOf("abc", "abcd")]).toEqual([true, false]);
  });
});

import { describe, expect, test } from "vitest";
import { factorStep } from "#domain/sign-in/second-factor";

const NONE = { app: false, passkey: false };
const at = new Date("2026-11-28T10:00:00Z");

describe("a second factor", () => {
  test("is never asked of a student", () => {
    expect(factorStep({ isStaff: false, shownAt: null, has: { app: true, passkey: true }, isRequired: true })).toBe(
      "none",
    );
  });

  test.each([
    { has: { app: true, passkey: false }, isRequired: true },
    { has: { app: false, passkey: true }, isRequired: true },
    { has: { app: true, passkey: false }, isRequired: false },
  ])("is asked of staff who have one: $has, required $isRequired", (given) => {
    expect(factorStep({ isStaff: true, shownAt: null, ...given })).toBe("show");
  });

  test("is set up by staff who have none, where they may not do without", () => {
    expect(factorStep({ isStaff: true, shownAt: null, has: NONE, isRequired: true })).toBe("set_up");
    expect(factorStep({ isStaff: true, shownAt: null, has: NONE, isRequired: false })).toBe("none");
  });

  test("is asked once a session", () => {
    expect(factorStep({ isStaff: true, shownAt: at, has: { app: true, passkey: true }, isRequired: true })).toBe(
      "none",
    );
    expect(factorStep({ isStaff: true, shownAt: at, has: NONE, isRequired: true })).toBe("none");
  });
});

import { describe, expect, test } from "vitest";
import { CHECKS, type CheckState } from "#domain/check/check";
import { type Asked, DAILY_CAPS, dayLeft, isPaid } from "#domain/check/daily-cap";

const NOW = new Date("2026-11-28T12:00:00Z");
const HOUR_MS = 3_600_000;
const asked = (hoursAgo: number, state: CheckState = "passed", attempts = 1): Asked => ({
  startedAt: new Date(NOW.getTime() - hoursAgo * HOUR_MS),
  state,
  attempts,
});
const left = (...all: Asked[]) => dayLeft("openai.image", all, NOW).left;

describe("what is left of a day's pictures", () => {
  test("is five where none was asked for, and one less for each that was, whatever came of it", () => {
    expect(left()).toBe(5);
    expect(left(asked(1), asked(2, "failed"), asked(3, "inconclusive"), asked(0, "started"))).toBe(1);
  });

  test("is not touched by a refusal within a wait, and is by the look that was let through", () => {
    expect(left(asked(1, "waiting"), asked(1, "waiting"))).toBe(5);
    expect(left(asked(1, "waiting"), asked(0.5, "passed"))).toBe(4);
  });

  test("is less by each time that a test was taken up, since each may have asked", () => {
    expect(left(asked(1, "passed", 3))).toBe(2);
    expect(left(asked(1, "waiting", 3))).toBe(3);
  });

  test("never falls below none, and grows again as what was asked becomes a day old", () => {
    const six = [23, 20, 10, 5, 2, 1].map((hours) => asked(hours));
    expect(left(...six)).toBe(0);
    expect(dayLeft("openai.image", six, new Date(NOW.getTime() + HOUR_MS)).left).toBe(0);
    expect(dayLeft("openai.image", six, new Date(NOW.getTime() + 4 * HOUR_MS)).left).toBe(1);
    expect(left(asked(24), asked(25))).toBe(5);
  });

  test("comes back at a time that can be told: when as many have left as are over", () => {
    const again = (...hours: number[]) =>
      dayLeft(
        "openai.image",
        hours.map((hour) => asked(hour)),
        NOW,
      ).againAt?.getTime();
    expect(again(5, 4, 3, 2)).toBeUndefined();
    expect(again(5, 4, 3, 2, 1)).toBe(NOW.getTime() + 19 * HOUR_MS);
    expect(again(6, 5, 4, 3, 2, 1)).toBe(NOW.getTime() + 19 * HOUR_MS);
  });

  test("is known for each check that asks a model, and for none that costs nothing", () => {
    expect(CHECKS.filter(isPaid)).toEqual(Object.keys(DAILY_CAPS));
    expect(["openai.format", "openai.key", "google.format", "google.key"].some((check) => isPaid(check as never))).toBe(
      false,
    );
  });
});

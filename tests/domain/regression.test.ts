import { describe, expect, test } from "vitest";
import type { CauseId } from "#domain/cause/cause";
import { HELP_THRESHOLDS } from "#domain/help/facts";
import type { CheckHistory, CheckOutcome } from "#domain/help/streak";
import { regressionOf } from "#domain/quiet/regression";

const noon = new Date("2026-11-21T12:00:00Z");
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const failed = (minutes: number, cause: CauseId = "key_invalid"): CheckOutcome => ({
  at: at(minutes),
  state: "failed",
  cause,
});
const passed = (minutes: number): CheckOutcome => ({ at: at(minutes), state: "passed", cause: null });
const unanswered = (minutes: number): CheckOutcome => ({ at: at(minutes), state: "inconclusive", cause: "timeout" });

const standingAfter = (outcomes: readonly CheckOutcome[], provenAt: Date | null = at(-100)) => {
  const history: CheckHistory = { check: "openai.key", stepId: "openai-klucz", provenAt, waiting: null, outcomes };
  return regressionOf(history, HELP_THRESHOLDS.regressedMs);
};

describe("a proven step", () => {
  test("that fails twice, ten minutes apart, has regressed, and it is known when it last worked", () => {
    expect(standingAfter([passed(-90), passed(-50), failed(0), failed(10)])).toEqual({
      check: "openai.key",
      stepId: "openai-klucz",
      cause: "key_invalid",
      workedAt: at(-50),
      failingSince: at(0),
      lastFailureAt: at(10),
    });
  });

  test("that fails once, or twice in quick succession, has not", () => {
    expect(standingAfter([passed(-50), failed(0)])).toBeNull();
    expect(standingAfter([passed(-50), failed(0), failed(9.9)])).toBeNull();
  });

  test("that passes again has not, and a pass in between begins the count anew", () => {
    expect(standingAfter([failed(0), failed(10), passed(11)])).toBeNull();
    expect(standingAfter([failed(0), passed(5), failed(12)])).toBeNull();
  });

  test("is not judged by answers that never came", () => {
    expect(standingAfter([passed(-50), failed(0), unanswered(20)])).toBeNull();
    expect(standingAfter([passed(-50), unanswered(0), unanswered(20)])).toBeNull();
    expect(standingAfter([passed(-50), failed(0), unanswered(5), failed(12)])).not.toBeNull();
  });

  test("keeps its reason where that changes", () => {
    expect(standingAfter([passed(-50), failed(0), failed(12, "account_deactivated")])).toMatchObject({
      cause: "account_deactivated",
      failingSince: at(0),
    });
  });

  test("is the only kind that can regress", () => {
    expect(standingAfter([failed(0), failed(30)], null)).toBeNull();
  });
});

import type { CauseId } from "../cause/cause.ts";
import { type CheckHistory, failuresOf, streakOf } from "../help/streak.ts";

/** A proven step that does not work any more. */
export type Regression = {
  readonly check: CheckHistory["check"];
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  /** When it was last seen to work, and since when it is not. */
  readonly workedAt: Date;
  readonly failingSince: Date;
  readonly lastFailureAt: Date;
};

/** Two failures so far apart after a proof. `after` is where history ends and the present begins. */
export function regressionOf(history: CheckHistory, apartMs: number, after: Date | null = null): Regression | null {
  const failures = failuresOf(history, after);
  const [first, last, streak] = [failures[0], failures.at(-1), streakOf(failures)];
  if (!history.provenAt || !first || !last || !streak) return null;
  if (last.at.getTime() - first.at.getTime() < apartMs) return null;
  return {
    check: history.check,
    stepId: history.stepId,
    cause: streak.cause,
    workedAt: lastPassOf(history) ?? history.provenAt,
    failingSince: first.at,
    lastFailureAt: last.at,
  };
}

const lastPassOf = ({ outcomes }: CheckHistory): Date | null =>
  outcomes.findLast(({ state }) => state === "passed")?.at ?? null;

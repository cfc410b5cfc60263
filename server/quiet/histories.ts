import "server-only";
import type { CheckName } from "#domain/check/check";
import { HELP_THRESHOLDS } from "#domain/help/facts";
import { type CheckOutcome, failuresOf } from "#domain/help/streak";
import { type Regression, regressionOf } from "#domain/quiet/regression";
import type { Transaction } from "../database/client.ts";
import { factsOf } from "../help/facts.ts";

export type Standing = {
  /** Since when it fails; null where it does not. */
  readonly failingSince: Date | null;
  readonly latest: CheckOutcome["state"] | null;
  readonly regression: Regression | null;
};

/** Where one check of a student stands, and whether it has stopped working. */
export async function standingOf(tx: Transaction, userId: string, check: CheckName): Promise<Standing | null> {
  const { checks, finished, lastProgressAt } = await factsOf(tx, userId);
  const history = checks.find((candidate) => candidate.check === check);
  if (!history) return null;
  const after = finished ? lastProgressAt : null;
  return {
    failingSince: failuresOf(history, after)[0]?.at ?? null,
    latest: history.outcomes.at(-1)?.state ?? null,
    regression: regressionOf(history, HELP_THRESHOLDS.regressedMs, after),
  };
}

/** All that worked once and does not any more. */
export async function regressionsIn(tx: Transaction, userId: string): Promise<readonly Regression[]> {
  const { checks, finished, lastProgressAt } = await factsOf(tx, userId);
  const after = finished ? lastProgressAt : null;
  return checks.flatMap((history) => regressionOf(history, HELP_THRESHOLDS.regressedMs, after) ?? []);
}

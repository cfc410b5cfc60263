import { type CauseId, isInconclusive } from "../cause/cause.ts";
import type { CheckName } from "../check/check.ts";

export type CheckOutcome = {
  readonly at: Date;
  readonly state: "passed" | "failed" | "waiting" | "inconclusive";
  readonly cause: CauseId | null;
};

/** Everything that is known of one check of one student. `outcomes` stand oldest first. */
export type CheckHistory = {
  readonly check: CheckName;
  readonly stepId: string | null;
  readonly provenAt: Date | null;
  readonly waiting: { readonly since: Date; readonly until: Date } | null;
  readonly outcomes: readonly CheckOutcome[];
};

/** The failures of one cause, without a success or another cause among them, that a check ends with. */
export type Streak = {
  readonly cause: CauseId | null;
  readonly since: Date;
  readonly last: Date;
  /** All of its failures, those in quick succession too. */
  readonly tries: number;
  readonly failures: readonly CheckOutcome[];
};

/** What failed since the check last passed and since `after`. An outage counts for nothing, and neither does a wait. */
export function failuresOf({ outcomes, provenAt }: CheckHistory, after: Date | null): readonly CheckOutcome[] {
  const lastPass = outcomes.findLastIndex((outcome) => outcome.state === "passed");
  const isCounted = ({ at, state, cause }: CheckOutcome) =>
    state === "failed" && !(cause && isInconclusive(cause)) && isAfter(at, provenAt) && isAfter(at, after);
  return outcomes.slice(lastPass + 1).filter(isCounted);
}

const isAfter = (at: Date, limit: Date | null) => limit === null || at > limit;

export function streakOf(failures: readonly CheckOutcome[]): Streak | null {
  const last = failures.at(-1);
  if (!last) return null;
  const run = failures.slice(failures.findLastIndex((failure) => failure.cause !== last.cause) + 1);
  return { cause: last.cause, since: run[0]?.at ?? last.at, last: last.at, tries: run.length, failures: run };
}

/** How many of the runs lie at least `apartMs` after the one counted before: hammering a button is one try. */
export function runsApart(failures: readonly CheckOutcome[], apartMs: number): number {
  let counted = 0;
  let next = Number.NEGATIVE_INFINITY;
  for (const { at } of failures) {
    if (at.getTime() < next) continue;
    counted += 1;
    next = at.getTime() + apartMs;
  }
  return counted;
}

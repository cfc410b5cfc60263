import type { CauseId } from "../cause/cause.ts";
import type { CheckName, CheckState } from "./check.ts";

/** One check of a test as it is shown; without a result yet it is `queued`. */
export type CheckView = {
  readonly check: CheckName;
  readonly state: CheckState | "queued";
  readonly cause: CauseId | null;
  readonly waitingUntil: Date | null;
  readonly keyKind: string | null;
  readonly httpStatus: number | null;
  readonly costMicroUsd: number;
  readonly tookMs: number | null;
  /** When it was asked; null as long as it was not. */
  readonly at: Date | null;
  /** Whose key it is, as the provider says. */
  readonly organization: string | null;
  readonly project: string | null;
};

/**
 * The checks of a test, and where it repeated one alone, the others as they were last known of the same key. `newest`
 * stands first; each of `tests` holds what it asked.
 */
export function withLastKnown(
  newest: readonly CheckView[],
  only: string | null,
  earlier: readonly (readonly CheckView[])[],
): readonly CheckView[] {
  if (only === null) return newest;
  const lastKnown = (check: CheckName) =>
    earlier.flat().find((view) => view.check === check && view.state !== "queued" && view.state !== "started");
  return newest.map((view) => (view.check === only ? view : (lastKnown(view.check) ?? view)));
}

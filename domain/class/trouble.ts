import { medianOf } from "./median.ts";
import { intervalOf, type Share, Z_95 } from "./share.ts";

/** What the class has met at one step. */
export type StepTrouble = {
  readonly stepId: string;
  /** Of whoever has taken the step up, those who needed help there. */
  readonly helped: Share;
  /** For each who got through a check: which try that was. */
  readonly tries: readonly number[];
  /** For each time that help was needed and is not any more: how long that lasted. */
  readonly unblockedAfterMs: readonly number[];
  /** How many people met which cause, most first; null where it is not known. */
  readonly causes: readonly { readonly cause: string; readonly people: number }[];
};

export type MeasuredTrouble = StepTrouble & {
  readonly medianTries: number | null;
  readonly medianUnblockMs: number | null;
};

/**
 * Hardest first, without those where nobody had any. By the least share that is credible: one of one weighs less than
 * twenty of thirty. Then by tries, then by time.
 */
export function hardestFirst(troubles: readonly StepTrouble[]): readonly MeasuredTrouble[] {
  return troubles
    .filter(({ helped, causes }) => helped.count > 0 || causes.length > 0)
    .map((trouble) => ({
      ...trouble,
      medianTries: medianOf(trouble.tries),
      medianUnblockMs: medianOf(trouble.unblockedAfterMs),
    }))
    .toSorted(
      (one, other) =>
        weightOf(other) - weightOf(one) ||
        (other.medianTries ?? 0) - (one.medianTries ?? 0) ||
        (other.medianUnblockMs ?? 0) - (one.medianUnblockMs ?? 0),
    );
}

const weightOf = ({ helped }: StepTrouble) => intervalOf(helped, Z_95).low;

import type { CauseId } from "#domain/cause/cause";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";

/** The causes by which collections of messages are labelled: fewer than the portal's, which tells some apart. */
const COARSER: Partial<Record<CauseId, CauseId>> = {
  spend_limit_reached: "quota_insufficient",
  model_withdrawn: "model_not_found",
  unknown: "none_of_these",
  google_key_invalid: "none_of_these",
  google_key_restricted: "none_of_these",
  google_region_unsupported: "none_of_these",
  google_quota_exhausted: "none_of_these",
};

const labelOf = (cause: CauseId): CauseId => COARSER[cause] ?? cause;

export type Labelled = {
  readonly cause: CauseId;
  readonly confidence: "high" | "medium" | "low";
  readonly candidates: readonly CauseId[];
};

export function labelled(text: string): Labelled {
  const { cause, confidence, candidates } = diagnoseText(text);
  return { cause: labelOf(cause), confidence, candidates: [...new Set(candidates.map(labelOf))] };
}

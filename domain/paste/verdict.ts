import { type CauseId, isUnspecified } from "../cause/cause.ts";
import type { Diagnosis, Speaker } from "../diagnosis/diagnosed.ts";

/** What a person is told about what they pasted. */
export type Verdict =
  /** The text says what is wrong. Where it does not quite, `others` are what else it may be. */
  | { readonly kind: "cause"; readonly cause: CauseId; readonly isSure: boolean; readonly others: readonly CauseId[] }
  /** The text does not say what is wrong. */
  | { readonly kind: "unsaid"; readonly cause: CauseId; readonly candidates: readonly CauseId[] }
  /** Nobody's message that we know. */
  | { readonly kind: "unknown" };

const FEW = 4;

export function verdictOf({ cause, confidence, candidates }: Diagnosis): Verdict {
  if (cause === "none_of_these" || cause === "unknown") return { kind: "unknown" };
  const others = candidates.filter((candidate) => candidate !== cause && !isUnspecified(candidate)).slice(0, FEW);
  if (isUnspecified(cause) || (confidence === "low" && others.length > 0)) {
    const all = isUnspecified(cause) ? others : [cause, ...others].slice(0, FEW);
    return { kind: "unsaid", cause, candidates: all };
  }
  return { kind: "cause", cause, isSure: confidence === "high", others: confidence === "high" ? [] : others };
}

/** Whose message it is, where that is not OpenAI: their words look alike. */
export const strangerIn = ({ speaker }: Diagnosis): Exclude<Speaker, "openai"> | null =>
  speaker === "openai" ? null : speaker;

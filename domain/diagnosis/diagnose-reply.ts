import type { CauseId } from "../cause/cause.ts";
import type { ProviderId } from "../check/provider.ts";
import type { Confidence, Diagnosis } from "./diagnosed.ts";
import { type Finding, foundBy } from "./finding.ts";
import { readingOfReply } from "./reading.ts";
import type { Failure, Refusal } from "./reply.ts";
import type { Rule } from "./rule.ts";
import { FAILURES } from "./rules/failures.ts";
import { GOOGLE } from "./rules/google.ts";
import { REFUSALS } from "./rules.ts";
import { strangerNear } from "./speaking.ts";

export type { Failure } from "./reply.ts";

const RULES: Readonly<Record<ProviderId, readonly Rule[]>> = { openai: REFUSALS, google: GOOGLE };

/** Why a provider that we asked ourselves did not answer. A refusal that no rule knows is `unknown`, never a guess. */
export function diagnoseReply(failure: Failure, provider: ProviderId = "openai"): Diagnosis {
  switch (failure.kind) {
    case "timeout":
      return diagnosis(provider, "timeout", "high");
    case "network":
      return diagnosis(
        provider,
        /TIMEDOUT|TIMEOUT/.test(failure.code ?? "") ? "timeout" : "network_error",
        "high",
        failure.code,
      );
    case "gibberish":
      return diagnosis(provider, "gateway_error", "medium");
    case "refusal":
      return refused(failure, provider);
  }
}

/** The message is read before the code, the code before the type; the status is what changes most. */
function refused(refusal: Refusal, provider: ProviderId): Diagnosis {
  const reading = readingOfReply(refusal);
  const rules = RULES[provider];
  const finding =
    foundBy(rules, reading, ["says", "hints", "retold"]) ??
    foundBy(FAILURES, reading, ["says", "hints"]) ??
    foundBy([...rules, ...FAILURES], reading, ["codes"]) ??
    foundBy([...rules, ...FAILURES], reading, ["types"]);
  if (!finding) return byStatus(refusal, provider);
  if (provider === "openai" && !finding.rule.foreign && strangerNear(finding, reading))
    return diagnosis(null, "unknown", "low");
  return diagnosis(provider, finding.rule.cause, confidenceOf(finding), codeOf(refusal));
}

const confidenceOf = ({ weight }: Finding): Confidence =>
  weight === "retold" || weight === "types" ? "medium" : "high";
const codeOf = ({ code, type }: Refusal): string | null => code ?? type;

/** A bare 401, 403 or 404 has several causes, so it has none here. */
function byStatus(refusal: Refusal, provider: ProviderId): Diagnosis {
  const cause = causeOfStatus(refusal.status);
  return diagnosis(
    provider,
    cause,
    "low",
    codeOf(refusal),
    cause === "rate_limited" ? ["rate_limited", "quota_insufficient"] : [],
  );
}

function causeOfStatus(status: number): CauseId {
  if (status === 408) return "timeout";
  if (status === 413) return "request_too_large";
  if (status === 429) return "rate_limited";
  if (status === 400 || status === 422) return "bad_request_param";
  if (status === 500) return "server_error";
  if (status === 503) return "overloaded";
  return status > 500 ? "gateway_error" : "unknown";
}

/** A code is all that may be told of a reply: its message is never stored or shown. */
function diagnosis(
  speaker: ProviderId | null,
  cause: CauseId,
  confidence: Confidence,
  code: string | null = null,
  candidates: readonly CauseId[] = [],
): Diagnosis {
  const evidence = code !== null && /^\w{3,60}$/.test(code) ? [{ words: code }] : [];
  return { cause, confidence, evidence, candidates, speaker, tool: null };
}

import { type CauseId, isInconclusive } from "../cause/cause.ts";
import { diagnose } from "../diagnosis/diagnosis.ts";
import type { ProviderReply } from "../diagnosis/reply.ts";
import type { CheckName, Verdict } from "./check.ts";

/** Refusals that say nothing against the check: a scope can be missing from a genuine key alone. */
const PROOF: Partial<Record<CheckName, readonly CauseId[]>> = {
  "openai.key": ["key_restricted_scope"],
};

/** What the provider still answers for a while after the student has paid or verified. */
const LAG: Partial<Record<CheckName, readonly CauseId[]>> = {
  "openai.credits": ["quota_insufficient", "billing_not_active"],
  "openai.image": ["org_unverified"],
};

/** What one probe has shown. `waitingUntil` is the end of the student's waiting timer for this check. */
export function verdictOf(check: CheckName, reply: ProviderReply, waitingUntil: Date | null, now: Date): Verdict {
  if (reply.kind === "success") return { state: "passed" };
  const cause = diagnose(reply);
  if (PROOF[check]?.includes(cause)) return { state: "passed" };
  if (isInconclusive(cause)) return { state: "inconclusive", cause };
  if (waitingUntil && now < waitingUntil && LAG[check]?.includes(cause)) {
    return { state: "waiting", cause, until: waitingUntil };
  }
  return { state: "failed", cause };
}

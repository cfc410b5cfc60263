import { type CauseId, isInconclusive } from "../cause/cause.ts";
import { diagnoseReply } from "../diagnosis/diagnose-reply.ts";
import type { Failure, ProviderReply } from "../diagnosis/reply.ts";
import { type CheckName, providerOf, type Verdict } from "./check.ts";

/** Refusals that say nothing against the check: a scope can be missing from a genuine key alone. */
const PROOF: Partial<Record<CheckName, readonly CauseId[]>> = {
  "openai.key": ["key_restricted_scope"],
};

/** What the provider still answers for a while after the student has paid or verified. */
const LAG: Partial<Record<CheckName, readonly CauseId[]>> = {
  "openai.credits": ["quota_insufficient", "billing_not_active"],
  "openai.image": ["org_unverified"],
};

/** The checks whose refusal ends by itself some time after the student has done what was to do. */
export const isLag = (check: CheckName, cause: CauseId): boolean => LAG[check]?.includes(cause) ?? false;

/** The model is one that the portal chose: a provider that does not know it says nothing of the student. */
function causeOf(check: CheckName, reply: Failure): CauseId {
  const { cause } = diagnoseReply(reply, providerOf(check));
  return cause === "model_not_found" ? "model_withdrawn" : cause;
}

/** What one probe has shown. `waitingUntil` is the end of the student's waiting timer for this check. */
export function verdictOf(check: CheckName, reply: ProviderReply, waitingUntil: Date | null, now: Date): Verdict {
  if (reply.kind === "success") return { state: "passed" };
  const cause = causeOf(check, reply);
  if (PROOF[check]?.includes(cause)) return { state: "passed" };
  if (isInconclusive(cause)) return { state: "inconclusive", cause };
  if (waitingUntil && now < waitingUntil && isLag(check, cause))
    return { state: "waiting", cause, until: waitingUntil };
  return { state: "failed", cause };
}

import type { CauseId } from "#domain/cause/cause";
import type { CheckName } from "#domain/check/check";
import type { SituationId } from "../../scripts/simulator/situations.ts";

/** The check that stops a whole test, and what it says. */
export type Met = {
  readonly check: CheckName;
  readonly state: "failed" | "inconclusive";
  readonly cause: CauseId;
};

const key = (cause: CauseId, state: Met["state"] = "failed"): Met => ({ check: "openai.key", state, cause });
const credits = (cause: CauseId, state: Met["state"] = "failed"): Met => ({ check: "openai.credits", state, cause });
const image = (cause: CauseId, state: Met["state"] = "failed"): Met => ({ check: "openai.image", state, cause });

/** What a student with the simulator's key for a situation meets, at the first try; null where all goes well. */
export const MET: Readonly<Record<SituationId, Met | null>> = {
  good: null,
  no_credits: credits("quota_insufficient"),
  no_credits_2026: credits("quota_insufficient"),
  unverified: image("org_unverified"),
  wrong: key("key_invalid"),
  restricted: credits("key_restricted_scope"),
  wrong_organization: key("org_mismatch"),
  rate_limited: credits("rate_limited", "inconclusive"),
  region: key("region_unsupported"),
  deactivated: key("account_deactivated"),
  billing_hard_limit: credits("billing_hard_limit"),
  server_500: key("server_error", "inconclusive"),
  overloaded_503: key("overloaded", "inconclusive"),
  hangs: key("timeout", "inconclusive"),
  drips: key("timeout", "inconclusive"),
  html: key("gateway_error", "inconclusive"),
  verified_not_yet: image("org_unverified"),
  paid_not_yet: credits("quota_insufficient"),
  billing_not_active: credits("billing_not_active"),
  spend_limit: credits("spend_limit_reached"),
  zero_tier: image("rate_limit_zero_tier"),
  model_limit_not_set: image("org_model_limit_not_set"),
  project_access: credits("project_no_model_access"),
  ip: key("ip_not_authorized"),
  terminated: key("access_terminated"),
  not_member: key("org_not_member"),
  foreign_key: key("key_wrong_provider"),
  content_policy: image("content_policy", "inconclusive"),
  bad_parameter: credits("bad_request_param", "inconclusive"),
  model_withdrawn: credits("model_withdrawn", "inconclusive"),
  model_unknown: credits("model_withdrawn", "inconclusive"),
  cut: key("network_error", "inconclusive"),
};

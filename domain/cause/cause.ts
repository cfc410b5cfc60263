/**
 * Every reason for which a check can fail. The ids are stored with results and name the pages in `content/causes`,
 * so they never change.
 */
export const CAUSES = [
  "key_invalid",
  "key_malformed",
  "key_wrong_provider",
  "key_restricted_scope",
  "org_mismatch",
  "org_not_member",
  "org_unverified",
  "account_deactivated",
  "access_terminated",
  "ip_not_authorized",
  "region_unsupported",
  "project_no_model_access",
  "model_not_found",
  "quota_insufficient",
  "spend_limit_reached",
  "billing_hard_limit",
  "billing_not_active",
  "rate_limit_zero_tier",
  "rate_limited",
  "bad_request_param",
  "content_policy",
  "server_error",
  "overloaded",
  "gateway_error",
  "timeout",
  "network_error",
  "unknown",
] as const;

export type CauseId = (typeof CAUSES)[number];

export const isCauseId = (id: string): id is CauseId => (CAUSES as readonly string[]).includes(id);

/** Retrying cannot fix these: one run is enough to call for a person. */
const DEAD_ENDS: ReadonlySet<CauseId> = new Set(["account_deactivated", "access_terminated", "region_unsupported"]);
export const isDeadEnd = (cause: CauseId): boolean => DEAD_ENDS.has(cause);

/** The provider, the network or a limit in time failed; the student's key was not judged. */
const INCONCLUSIVE: ReadonlySet<CauseId> = new Set([
  "rate_limited",
  "server_error",
  "overloaded",
  "gateway_error",
  "timeout",
  "network_error",
  "bad_request_param",
  "content_policy",
  "unknown",
]);
export const isInconclusive = (cause: CauseId): boolean => INCONCLUSIVE.has(cause);

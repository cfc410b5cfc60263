/** Texts that do not contain their cause: they have candidates, and a question for the details. */
const UNSPECIFIED = [
  "auth_unspecified_401",
  "forbidden_unspecified_403",
  "bad_request_unspecified_400",
  "model_not_found_or_wrong_url_unspecified_404",
  "rate_limited_or_quota_unspecified_429",
  "unknown_connection_failure",
] as const;

/**
 * Every reason for which a check can fail. The ids are stored with results and name the pages in `content/causes`,
 * so they never change.
 */
export const CAUSES = [
  "key_invalid",
  "key_missing",
  "key_malformed",
  "key_wrong_provider",
  "key_restricted_scope",
  "org_mismatch",
  "org_not_member",
  "org_unverified",
  "org_model_limit_not_set",
  "verification_failed",
  "login_problem",
  "account_deactivated",
  "access_terminated",
  "ip_not_authorized",
  "region_unsupported",
  "project_no_model_access",
  "model_not_found",
  "model_withdrawn",
  "quota_insufficient",
  "spend_limit_reached",
  "billing_hard_limit",
  "billing_not_active",
  "rate_limit_zero_tier",
  "rate_limited",
  "request_too_large",
  "request_too_large_tpm",
  "bad_request_param",
  "content_policy",
  "server_error",
  "overloaded",
  "gateway_error",
  "timeout",
  "network_error",
  "n8n_version_bug",
  "session_key_required",
  "google_key_invalid",
  "google_key_restricted",
  "google_region_unsupported",
  "google_quota_exhausted",
  ...UNSPECIFIED,
  "none_of_these",
  "unknown",
] as const;

export type CauseId = (typeof CAUSES)[number];

export const isCauseId = (id: string): id is CauseId => (CAUSES as readonly string[]).includes(id);

/** Retrying cannot fix these: one run is enough to call for a person. */
const DEAD_ENDS: ReadonlySet<CauseId> = new Set([
  "account_deactivated",
  "access_terminated",
  "region_unsupported",
  "verification_failed",
  "google_region_unsupported",
]);
export const isDeadEnd = (cause: CauseId): boolean => DEAD_ENDS.has(cause);

export const isUnspecified = (cause: CauseId): boolean => (UNSPECIFIED as readonly CauseId[]).includes(cause);

/** The provider, the network or a limit in time failed; the student's key was not judged. */
const INCONCLUSIVE: ReadonlySet<CauseId> = new Set([
  "rate_limited",
  "server_error",
  "overloaded",
  "gateway_error",
  "timeout",
  "network_error",
  "bad_request_param",
  "request_too_large",
  "request_too_large_tpm",
  "content_policy",
  "model_withdrawn",
  "n8n_version_bug",
  "session_key_required",
  "none_of_these",
  "unknown",
  ...UNSPECIFIED,
]);
export const isInconclusive = (cause: CauseId): boolean => INCONCLUSIVE.has(cause);

import type { ProviderId } from "../check/provider.ts";
import type { CauseId } from "./cause.ts";

/** The shelves of the catalogue, in the order in which they stand. */
export const SHELVES = ["key", "organization", "money", "limits", "model", "network", "other", "google"] as const;
export type Shelf = (typeof SHELVES)[number];

/** Where each cause stands; the two that are no message of anybody stand nowhere. */
const SHELF_OF: Readonly<Record<CauseId, Shelf | null>> = {
  key_invalid: "key",
  key_missing: "key",
  key_malformed: "key",
  key_wrong_provider: "key",
  key_restricted_scope: "key",
  auth_unspecified_401: "key",
  org_unverified: "organization",
  verification_failed: "organization",
  org_mismatch: "organization",
  org_not_member: "organization",
  project_no_model_access: "organization",
  org_model_limit_not_set: "organization",
  ip_not_authorized: "organization",
  region_unsupported: "organization",
  login_problem: "organization",
  account_deactivated: "organization",
  access_terminated: "organization",
  forbidden_unspecified_403: "organization",
  quota_insufficient: "money",
  billing_not_active: "money",
  billing_hard_limit: "money",
  spend_limit_reached: "money",
  rate_limit_zero_tier: "money",
  rate_limited: "limits",
  request_too_large_tpm: "limits",
  request_too_large: "limits",
  rate_limited_or_quota_unspecified_429: "limits",
  model_not_found: "model",
  model_withdrawn: "model",
  bad_request_param: "model",
  content_policy: "model",
  bad_request_unspecified_400: "model",
  model_not_found_or_wrong_url_unspecified_404: "model",
  server_error: "network",
  overloaded: "network",
  gateway_error: "network",
  timeout: "network",
  network_error: "network",
  unknown_connection_failure: "network",
  n8n_version_bug: "other",
  session_key_required: "other",
  google_key_invalid: "google",
  google_key_restricted: "google",
  google_region_unsupported: "google",
  google_quota_exhausted: "google",
  none_of_these: null,
  unknown: null,
};

export const shelfOf = (cause: CauseId): Shelf | null => SHELF_OF[cause];

/** Whose messages have this cause. */
export const providerOfCause = (cause: CauseId): ProviderId => (SHELF_OF[cause] === "google" ? "google" : "openai");

/** What a student can meet, given the providers of this portal; in the order of the shelves. */
export const catalogueFor = (providers: readonly ProviderId[]): readonly CauseId[] =>
  (Object.keys(SHELF_OF) as CauseId[]).filter(
    (cause) => shelfOf(cause) !== null && providers.includes(providerOfCause(cause)),
  );

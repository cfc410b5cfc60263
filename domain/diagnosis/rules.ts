import type { CauseId } from "../cause/cause.ts";

/** How the provider says one thing. To teach a new wording, add it to `says`; to teach a new code, add it to `codes`. */
export type Rule = {
  readonly cause: CauseId;
  /** Words of the message. */
  readonly says?: readonly RegExp[];
  readonly codes?: readonly string[];
  readonly types?: readonly string[];
  /** Codes under which the same words mean something finer, said by another rule. */
  readonly unless?: readonly string[];
};

const LIMIT_CODES = [
  "organization_spend_limit_exceeded",
  "project_spend_limit_exceeded",
  "organization_usage_limit_exceeded",
  "project_usage_limit_exceeded",
];

/** In order: the first rule that fits decides. Whoever is not OpenAI comes first, since others borrow its words. */
export const RULES: readonly Rule[] = [
  {
    cause: "key_wrong_provider",
    says: [
      /API key provided: ["']?(?:sk-or-|sk-ant|AIza|AQ\.|tvly-|gsk_|xai-|pplx-|hf_|r8_|nvapi-)/,
      /API key provided: [0-9a-f]{6,}\*+[0-9a-f]{4}\b/,
      /invalid subscription key/i,
      /invalid x-api-key/i,
    ],
  },
  {
    cause: "unknown",
    says: [
      /googleapis\.com|ai\.google\.dev|RESOURCE_EXHAUSTED|quota exceeded for metric/i,
      /openrouter\.ai|\bapi\.x\.ai|docs\.x\.ai|anthropic\.com|azure/i,
      /rate limit for .{1,80} is not set/i,
    ],
    codes: ["RESOURCE_EXHAUSTED", "PERMISSION_DENIED", "rate_limit_does_not_exist_for_org_and_model"],
  },
  {
    cause: "org_unverified",
    says: [
      /must be verified/i,
      /verify (?:your )?organi[sz]ation/i,
      /organi[sz]ation (?:is|has) not (?:been )?verified/i,
    ],
    codes: ["organization_not_verified"],
  },
  {
    cause: "key_restricted_scope",
    says: [/missing scopes?\b/i, /insufficient permissions/i],
    codes: ["missing_scope", "insufficient_permissions"],
  },
  { cause: "project_no_model_access", says: [/\bproject\b.{0,60}not have access to (?:the )?model/i] },
  {
    cause: "region_unsupported",
    says: [/country, region,? or territory/i, /not (?:available|supported) in your (?:country|region)/i],
    codes: ["unsupported_country_region_territory", "unsupported_country"],
    types: ["request_forbidden"],
  },
  {
    cause: "org_mismatch",
    says: [
      /OpenAI-(?:Organization|Project) header/i,
      /no such (?:organi[sz]ation|project)/i,
      /organi[sz]ation id (?:is )?invalid|invalid organi[sz]ation/i,
    ],
    codes: ["mismatched_organization", "mismatched_project", "invalid_organization"],
  },
  {
    cause: "org_not_member",
    says: [/must be (?:a )?member of an organi[sz]ation/i],
    codes: ["no_organization"],
  },
  { cause: "account_deactivated", says: [/\bdeactivated\b/i], codes: ["account_deactivated"] },
  {
    cause: "access_terminated",
    says: [/access (?:was|has been|is) (?:terminated|suspended)/i, /halting access/i],
    codes: ["access_terminated"],
    types: ["access_terminated"],
  },
  {
    cause: "ip_not_authorized",
    says: [/\bIP\b.{0,60}\bnot (?:authorized|allowed)/i, /\bIP allow-?list/i],
    codes: ["ip_not_authorized"],
  },
  {
    cause: "billing_hard_limit",
    says: [/billing hard limit/i],
    codes: ["billing_hard_limit_reached"],
  },
  {
    cause: "spend_limit_reached",
    says: [/\b(?:spend(?:ing)?|usage|budget) limit\b/i, /\bmonthly (?:spend|budget|limit)\b/i],
    codes: LIMIT_CODES,
  },
  {
    cause: "quota_insufficient",
    says: [
      /exceeded your (?:current )?quota/i,
      /insufficient[_ ]quota/i,
      /\b(?:no|out of|not enough|insufficient) (?:API )?credits?\b/i,
      /\badd (?:more )?credits\b/i,
      /credit balance/i,
    ],
    unless: LIMIT_CODES,
    codes: ["credit_balance_exhausted", "insufficient_quota"],
    types: ["insufficient_quota"],
  },
  {
    cause: "billing_not_active",
    says: [/account is not active/i, /check your billing details/i],
    codes: ["billing_not_active"],
    types: ["billing_not_active"],
  },
  { cause: "rate_limit_zero_tier", says: [/\blimit:?\s*0(?:\.0+)?(?!\.?\d)/i, /\bfree[- ]tier\b/i] },
  { cause: "bad_request_param", says: [/request too large/i, /maximum context length/i] },
  {
    cause: "rate_limited",
    says: [
      /rate limit (?:was )?(?:reached|exceeded|hit)/i,
      /exceeded (?:the|your) rate limit/i,
      /slow down/i,
      /too many requests/i,
      /\btry again (?:in|after) \d/i,
    ],
    codes: ["rate_limit_exceeded", "slow_down"],
    types: ["rate_limit_error", "tokens", "requests"],
  },
  {
    cause: "key_malformed",
    says: [
      /API key provided: (?!sk-|[*.\s]|$)/,
      /API key provided: sk-(?:your|my|xxx|\.\.\.|[^*]{0,80}\s[^*]{0,80}\*)/i,
      /invalid (?:API key format|character in header)/i,
    ],
  },
  {
    cause: "key_invalid",
    says: [/(?:incorrect|invalid) API key/i],
    codes: ["invalid_api_key"],
  },
  {
    cause: "model_not_found",
    says: [
      /\bmodel\b.{0,120}\bdoes not exist/is,
      /\bmodel\b.{0,120}\bhas been (?:deprecated|removed|retired|shut down)/is,
      /do(?:es)? not have access to (?:it|this model|the model)/i,
    ],
    codes: ["model_not_found", "model_not_available"],
  },
  {
    cause: "content_policy",
    says: [/safety system/i, /\b(?:usage|content) polic(?:y|ies)/i, /\bmoderation\b/i],
    codes: ["moderation_blocked", "content_policy_violation", "content_filter", "invalid_prompt"],
    types: ["image_generation_user_error"],
  },
  {
    cause: "bad_request_param",
    says: [
      /(?:unknown|unsupported|missing required|unrecognized) (?:parameter|request argument)/i,
      /invalid (?:value|type)\b/i,
    ],
    codes: [
      "unknown_parameter",
      "unsupported_parameter",
      "missing_required_parameter",
      "unsupported_value",
      "invalid_value",
      "invalid_type",
      "integer_below_min_value",
      "integer_above_max_value",
      "context_length_exceeded",
      "string_above_max_length",
    ],
  },
  {
    cause: "overloaded",
    says: [/\boverloaded\b/i, /service (?:is )?(?:temporarily )?unavailable/i],
    codes: ["server_is_overloaded", "service_unavailable"],
    types: ["service_unavailable_error", "overloaded_error"],
  },
  {
    cause: "gateway_error",
    says: [/bad gateway/i, /gateway time(?:d )?-?out/i, /web server is returning an unknown error/i],
    types: ["cf_bad_gateway"],
  },
  {
    cause: "server_error",
    says: [/server had an error/i, /error occurred while processing/i, /internal (?:server )?error/i],
    codes: ["server_error", "internal_error"],
    types: ["server_error"],
  },
  { cause: "timeout", says: [/\btimed out\b/i], codes: ["timeout"] },
];

import type { Rule } from "../rule.ts";

/** What Gemini answers to our own checks. Its `reason` and its `status` are asked as code and type. */
export const GOOGLE: readonly Rule[] = [
  {
    cause: "google_region_unsupported",
    says: ["user location is not supported for the API use"],
    hints: ["location is not supported"],
  },
  {
    cause: "google_key_restricted",
    says: [
      "Generative Language API has not been used in project",
      "requests to this API…method…are blocked",
      "requests from referer",
      "the provided API key has an IP address restriction",
      "API key has an Android or iOS application restriction",
      "API key has an HTTP referrer restriction",
    ],
    hints: [
      "has been suspended",
      "does not have permission",
      "it is disabled",
      "are blocked",
      "API key not authorized",
      "denied access",
      "reported as leaked",
    ],
    codes: [
      "API_KEY_SERVICE_BLOCKED",
      "API_KEY_HTTP_REFERRER_BLOCKED",
      "API_KEY_IP_ADDRESS_BLOCKED",
      "API_KEY_ANDROID_APP_BLOCKED",
      "API_KEY_IOS_APP_BLOCKED",
      "SERVICE_DISABLED",
      "CONSUMER_SUSPENDED",
      "CONSUMER_INVALID",
      "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
      "PERMISSION_DENIED",
    ],
    types: ["PERMISSION_DENIED"],
  },
  {
    cause: "google_key_invalid",
    says: [
      "API key not valid. Please pass a valid API key",
      "API key expired. Please renew the API key",
      "API key not found. Please pass a valid API key",
    ],
    hints: [
      "API key not valid",
      "API key expired",
      "API key not found",
      "unregistered callers",
      "invalid authentication credentials",
      "API keys are not supported by this API",
    ],
    codes: [
      "API_KEY_INVALID",
      "API_KEY_EXPIRED",
      "CREDENTIALS_MISSING",
      "ACCESS_TOKEN_TYPE_UNSUPPORTED",
      "UNAUTHENTICATED",
    ],
    types: ["UNAUTHENTICATED"],
  },
  {
    cause: "google_quota_exhausted",
    says: [
      "quota exceeded for metric",
      "quota exceeded for quota metric",
      "resource has been exhausted (e.g. check quota)",
    ],
    hints: [
      "exceeded your current quota",
      "prepayment credits are depleted",
      "spending cap",
      "quota exceeded",
      "resource exhausted",
    ],
    codes: ["RATE_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"],
    types: ["RESOURCE_EXHAUSTED"],
  },
  {
    cause: "model_withdrawn",
    hints: [
      /\bmodels?\b[\s\S]{0,120}?\b(?:has been|was|is) (?:deprecated|removed|retired|shut ?down|discontinued)/i,
      "is no longer available",
    ],
  },
  {
    cause: "model_not_found",
    says: ["is not found for API version", "call ListModels to see the list of available models"],
    codes: ["NOT_FOUND"],
    types: ["NOT_FOUND"],
  },
  {
    cause: "content_policy",
    hints: ["prohibited content", "blocked due to safety", "safety settings"],
    codes: ["PROHIBITED_CONTENT", "SAFETY"],
  },
  {
    cause: "request_too_large",
    hints: ["exceeds the maximum number of tokens", "payload size exceeds the limit"],
  },
  {
    cause: "overloaded",
    hints: ["the model is overloaded", "is overloaded"],
    codes: ["UNAVAILABLE"],
    types: ["UNAVAILABLE"],
  },
  { cause: "timeout", codes: ["DEADLINE_EXCEEDED"], types: ["DEADLINE_EXCEEDED"] },
  { cause: "server_error", hints: ["internal error encountered"], codes: ["INTERNAL"], types: ["INTERNAL"] },
  {
    cause: "bad_request_param",
    codes: ["INVALID_ARGUMENT", "FAILED_PRECONDITION"],
    types: ["INVALID_ARGUMENT", "FAILED_PRECONDITION"],
  },
];

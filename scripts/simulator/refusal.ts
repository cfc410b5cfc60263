/** What OpenAI says when it says no, as documented and as seen in public bug reports. */
export type Refusal = {
  readonly kind: "refusal";
  readonly status: number;
  readonly message: string;
  readonly type: string;
  readonly code: string | null;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;
};

export const refusal = (status: number, message: string, parts: Partial<Refusal> = {}): Refusal => ({
  kind: "refusal",
  status,
  message,
  type: "invalid_request_error",
  code: null,
  param: null,
  headers: {},
  ...parts,
});

export const invalid = (param: string, code: string, message: string): Refusal =>
  refusal(400, message, { param, code });

export const NO_KEY = refusal(
  401,
  "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
);

export const wrongKey = (key: string): Refusal =>
  refusal(
    401,
    `Incorrect API key provided: ${masked(key)}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    { code: "invalid_api_key" },
  );

/** As OpenAI echoes it: the first eight characters and the last four. */
const masked = (key: string) =>
  key.length > 12 ? `${key.slice(0, 8)}${"*".repeat(key.length - 12)}${key.slice(-4)}` : key;

export const NO_CREDITS = refusal(
  429,
  "You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
  { type: "insufficient_quota", code: "insufficient_quota" },
);

export const NO_CREDITS_2026 = refusal(
  429,
  "You have no credits remaining. Add credits to continue using the API at https://platform.openai.com/settings/organization/billing/.",
  { type: "insufficient_quota", code: "credit_balance_exhausted" },
);

export const UNVERIFIED = refusal(
  403,
  "Your organization must be verified to use the model `gpt-image-1`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.",
);

export const missingScope = (status: 401 | 403, scope: string): Refusal =>
  refusal(
    status,
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`,
  );

export const WRONG_ORGANIZATION = refusal(401, "OpenAI-Organization header should match organization for API key", {
  code: "mismatched_organization",
});

export const RATE_LIMITED = refusal(
  429,
  "Rate limit reached for requests per min (RPM) in organization org-rozruchdemo: Limit 3, Used 3, Requested 1. Please try again in 20s. Visit https://platform.openai.com/account/rate-limits to learn more.",
  {
    type: "requests",
    code: "rate_limit_exceeded",
    headers: {
      "retry-after": "20",
      "retry-after-ms": "20000",
      "x-ratelimit-limit-requests": "3",
      "x-ratelimit-remaining-requests": "0",
      "x-ratelimit-reset-requests": "20s",
    },
  },
);

export const REGION = refusal(403, "Country, region, or territory not supported", {
  type: "request_forbidden",
  code: "unsupported_country_region_territory",
});

export const DEACTIVATED = refusal(
  401,
  "The OpenAI account associated with this API key has been deactivated. If you are the developer for this OpenAI app, please check your email for more information. If you are seeing this error while using another app or site, please reach out to them for more help.",
  { code: "account_deactivated" },
);

export const HARD_LIMIT = refusal(400, "Billing hard limit has been reached", { code: "billing_hard_limit_reached" });

export const SERVER_ERROR = refusal(
  500,
  "The server had an error while processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if the error persists.",
  { type: "server_error" },
);

export const OVERLOADED = refusal(503, "Our servers are currently overloaded. Please try again later.", {
  type: "service_unavailable_error",
  code: "server_is_overloaded",
});

export const BILLING_NOT_ACTIVE = refusal(
  429,
  "Your account is not active, please check your billing details on our website.",
  { type: "billing_not_active", code: "billing_not_active" },
);

export const SPEND_LIMIT = refusal(429, "Your organization has reached its monthly spend limit.", {
  type: "insufficient_quota",
  code: "organization_spend_limit_exceeded",
});

export const ZERO_TIER = refusal(
  429,
  "Rate limit exceeded for images per minute in organization org-rozruchdemo. Limit: 0/1min. Current: 1/1min. Please visit https://platform.openai.com/docs/guides/rate-limits to learn how to increase your rate limit.",
  { type: "requests", code: "rate_limit_exceeded" },
);

export const PROJECT_WITHOUT_MODEL = refusal(
  403,
  "Project `proj_rozruchdemo` does not have access to model `gpt-5-nano`",
  { code: "model_not_found" },
);

export const IP_NOT_AUTHORIZED = refusal(401, "Your IP is not authorized to make this request.", {
  code: "ip_not_authorized",
});

export const TERMINATED = refusal(
  429,
  "Your access was terminated due to violation of our policies, please check your email for more information. If you believe this is in error and would like to appeal, please contact support@openai.com.",
  { type: "access_terminated" },
);

export const NOT_A_MEMBER = refusal(
  401,
  "You must be a member of an organization to use the API. Please contact us through our help center at help.openai.com.",
  { code: "no_organization" },
);

export const NO_LIMIT_FOR_MODEL = refusal(
  400,
  "The rate limit for model gpt-image-1 is not set for your organization",
  {
    code: "rate_limit_does_not_exist_for_org_and_model",
  },
);

export const MODERATED = refusal(
  400,
  "Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com and include the request ID.",
  { type: "image_generation_user_error", code: "moderation_blocked" },
);

export const PARAMETER = invalid(
  "max_output_tokens",
  "unsupported_parameter",
  "Unsupported parameter: 'max_output_tokens' is not supported with this model.",
);

export const MODEL_WITHDRAWN = refusal(
  404,
  "The model `gpt-5-nano` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations",
  { code: "model_not_found" },
);

export const MODEL_UNKNOWN = refusal(404, "The model `gpt-5-nano` does not exist or you do not have access to it.", {
  code: "model_not_found",
});

/** OpenAI echoes the start of whatever it was given, here of an OpenRouter key. */
export const FOREIGN_KEY = refusal(
  401,
  `Incorrect API key provided: ${["sk", "or", "v1"].join("-")}${"*".repeat(61)}94f6. You can find your API key at https://platform.openai.com/account/api-keys.`,
  { code: "invalid_api_key" },
);

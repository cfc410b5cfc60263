import { describe, expect, test } from "vitest";
import { diagnoseReply } from "#domain/diagnosis/diagnose-reply";
import type { Failure, ProviderReply } from "#domain/diagnosis/reply";

type Refusal = Extract<ProviderReply, { kind: "refusal" }>;

const refusal = (parts: Partial<Refusal>) =>
  ({
    kind: "refusal",
    status: 400,
    code: null,
    type: null,
    param: null,
    message: "",
    requestId: null,
    ...parts,
  }) as const;
const causeOf = (parts: Partial<Refusal>) => diagnoseReply(refusal(parts)).cause;
const googleCauseOf = (parts: Partial<Refusal>) => diagnoseReply(refusal(parts), "google").cause;

const causeOfFailure = (failure: Failure) => diagnoseReply(failure).cause;

describe("the same words mean the same, whatever the status", () => {
  test.each([400, 403, 404])("an organization that must be verified, as %i", (status) => {
    const message = "Your organization must be verified to use the model `gpt-image-9`. Please go to: the settings.";
    expect(causeOf({ status, message })).toBe("org_unverified");
    expect(causeOf({ status, message, code: "unsupported_value" })).toBe("org_unverified");
    expect(causeOf({ status, message, code: "model_not_found" })).toBe("org_unverified");
  });

  test.each([401, 403])("missing scopes, as %i", (status) => {
    const message = "You have insufficient permissions for this operation. Missing scopes: api.model.read.";
    expect(causeOf({ status, message })).toBe("key_restricted_scope");
    expect(causeOf({ status, message, code: "invalid_api_key" })).toBe("key_restricted_scope");
  });

  test("the billing hard limit is money, though it comes as a bad request", () => {
    expect(
      causeOf({ status: 400, type: "invalid_request_error", message: "Billing hard limit has been reached" }),
    ).toBe("billing_hard_limit");
    expect(causeOf({ status: 400, code: "billing_hard_limit_reached" })).toBe("billing_hard_limit");
  });
});

describe("429 has many causes", () => {
  test.each([
    ["quota_insufficient", { message: "You exceeded your current quota.", code: "insufficient_quota" }],
    ["quota_insufficient", { message: "You have no credits remaining.", code: "credit_balance_exhausted" }],
    ["quota_insufficient", { message: "Said otherwise.", type: "insufficient_quota" }],
    ["spend_limit_reached", { message: "You exceeded your current quota.", code: "project_spend_limit_exceeded" }],
    ["spend_limit_reached", { code: "organization_usage_limit_exceeded", type: "insufficient_quota" }],
    ["spend_limit_reached", { message: "Your organization has reached its spend limit." }],
    ["billing_not_active", { message: "Your account is not active, please check your billing details." }],
    ["access_terminated", { message: "Your access was terminated due to violation of our policies." }],
    ["rate_limit_zero_tier", { message: "Rate limit exceeded: images. Limit: 0/1min. Current: 1/1min." }],
    ["rate_limit_zero_tier", { message: "Rate limit reached. Limit: 0.000000 / min.", code: "rate_limit_exceeded" }],
    ["rate_limited", { message: "Rate limit reached. Limit: 0.5 / min." }],
    ["rate_limited", { message: "Rate limit reached: Limit 500, Used 500. Please try again in 120ms." }],
    ["rate_limited", { message: "Please slow down and try again after 51.84 seconds", code: "slow_down" }],
    ["request_too_large_tpm", { message: "Request too large: Limit 30000.", code: "rate_limit_exceeded" }],
  ] as const)("%s: %o", (cause, parts) => {
    expect(causeOf({ status: 429, ...parts })).toBe(cause);
  });
});

describe("keys, organizations, places", () => {
  test.each([
    ["key_invalid", 401, "Incorrect API key provided: sk-proj-********abcd. You can find your API key at …"],
    ["key_invalid", 401, "Incorrect API key provided: *****abcd."],
    ["key_wrong_provider", 401, "Incorrect API key provided: sk-or-v1********12ab."],
    ["key_wrong_provider", 401, "Incorrect API key provided: AIzaSy********12ab."],
    ["key_wrong_provider", 401, "Incorrect API key provided: 0f1e2d3c********12ab."],
    ["key_malformed", 401, "Incorrect API key provided: wklej-tu*********klucz."],
    ["key_malformed", 401, 'Incorrect API key provided: "sk-proj********cd".'],
    ["org_mismatch", 401, "OpenAI-Organization header should match organization for API key"],
    ["org_mismatch", 400, "No such organization: Personal."],
    ["org_not_member", 401, "You must be a member of an organization to use the API."],
    ["account_deactivated", 401, "This key is associated with a deactivated account."],
    ["ip_not_authorized", 401, "Your IP is not authorized to make this request."],
    ["region_unsupported", 403, "Country, region, or territory not supported"],
    ["project_no_model_access", 403, "Project `proj_0` does not have access to model `gpt-5-nano`"],
    ["model_not_found", 404, "The model `gtp-9` does not exist or you do not have access to it."],
    [
      "model_withdrawn",
      404,
      "The model `gpt-1` has been deprecated, learn more here: https://platform.openai.com/docs",
    ],
    ["org_model_limit_not_set", 400, "The rate limit for model gpt-image-1 is not set for your organization"],
    ["request_too_large", 400, "This model's maximum context length is 8192 tokens."],
    ["content_policy", 400, "Your request was rejected as a result of our safety system."],
    ["bad_request_param", 400, "Unknown parameter: 'response_format'."],
  ] as const)("%s (%i): %s", (cause, status, message) => {
    expect(causeOf({ status, message })).toBe(cause);
  });

  test("a project without the model says so before its code is asked", () => {
    const message = "Project `proj_0` does not have access to model `gpt-image-1`";
    expect(causeOf({ status: 403, message, code: "model_not_found" })).toBe("project_no_model_access");
  });
});

describe("what OpenAI did not say is not guessed", () => {
  test("another provider's quota is not OpenAI's", () => {
    const message = "You exceeded your current quota. Quota exceeded for metric: generativelanguage.googleapis.com/x";
    expect(causeOf({ status: 429, message })).toBe("unknown");
  });

  test.each([401, 402, 403, 404])("a bare %i has no cause", (status) => {
    expect(causeOf({ status, message: "Something new." })).toBe("unknown");
  });

  test.each([
    ["server_error", 500],
    ["overloaded", 503],
    ["gateway_error", 502],
    ["gateway_error", 520],
    ["timeout", 408],
    ["rate_limited", 429],
  ] as const)("the status is asked last: %s for a bare %i", (cause, status) => {
    expect(causeOf({ status })).toBe(cause);
  });
});

describe("no answer at all", () => {
  test("a gateway's page, silence and a broken line are told apart", () => {
    expect(causeOfFailure({ kind: "gibberish", status: 502 })).toBe("gateway_error");
    expect(causeOfFailure({ kind: "timeout" })).toBe("timeout");
    expect(causeOfFailure({ kind: "network", code: "ENOTFOUND" })).toBe("network_error");
    expect(causeOfFailure({ kind: "network", code: "ETIMEDOUT" })).toBe("timeout");
    expect(causeOfFailure({ kind: "network", code: null })).toBe("network_error");
  });
});

describe("what Google answers", () => {
  test.each([
    ["google_key_invalid", { status: 400, message: "API key not valid. Please pass a valid API key." }],
    ["google_key_invalid", { status: 400, code: "API_KEY_INVALID", type: "INVALID_ARGUMENT" }],
    ["google_key_invalid", { status: 400, message: "API key expired. Please renew the API key." }],
    ["google_key_restricted", { status: 403, code: "API_KEY_SERVICE_BLOCKED", type: "PERMISSION_DENIED" }],
    ["google_key_restricted", { status: 403, code: "SERVICE_DISABLED" }],
    ["google_key_restricted", { status: 403, message: "Requests from referer <empty> are blocked." }],
    ["google_region_unsupported", { status: 400, message: "User location is not supported for the API use." }],
    [
      "google_quota_exhausted",
      { status: 429, message: "You exceeded your current quota.", type: "RESOURCE_EXHAUSTED" },
    ],
    ["model_not_found", { status: 404, message: "models/x is not found for API version v1beta" }],
    ["overloaded", { status: 503, message: "The model is overloaded.", type: "UNAVAILABLE" }],
    ["server_error", { status: 500, type: "INTERNAL" }],
    ["bad_request_param", { status: 400, message: "Something new.", type: "INVALID_ARGUMENT" }],
    ["unknown", { status: 403, message: "Something new." }],
  ] as const)("%s: %o", (cause, parts) => {
    expect(googleCauseOf(parts)).toBe(cause);
  });
});

describe("a diagnosis of a reply", () => {
  test("is sure of the provider's own words and codes, and unsure of a bare status", () => {
    expect(diagnoseReply(refusal({ message: "You have no credits remaining." })).confidence).toBe("high");
    expect(diagnoseReply(refusal({ code: "insufficient_quota" })).confidence).toBe("high");
    expect(diagnoseReply(refusal({ status: 429 }))).toMatchObject({
      confidence: "low",
      candidates: ["rate_limited", "quota_insufficient"],
    });
  });

  test("tells the code and never the message, which may quote a person", () => {
    const reply = refusal({ message: "You have no credits remaining, Ania.", code: "credit_balance_exhausted" });
    expect(diagnoseReply(reply).evidence).toEqual([{ words: "credit_balance_exhausted" }]);
  });
});

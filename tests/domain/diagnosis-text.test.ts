import { describe, expect, test } from "vitest";
import { isUnspecified } from "#domain/cause/cause";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import { keyOf } from "../../scripts/simulator/keys.ts";

const causeOf = (text: string) => diagnoseText(text).cause;
const QUOTA = "You exceeded your current quota, please check your plan and billing details.";
const UNVERIFIED =
  "Your organization must be verified to use the model `gpt-image-1`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.";

describe("who speaks is decided before what is said", () => {
  test.each([
    ["google", `[429] ${QUOTA}\n* Quota exceeded for metric: generativelanguage.googleapis.com/x, limit: 0`],
    ["groq", "Rate limit reached for model `llama-3` in organization `org_1` … https://console.groq.com/settings"],
    ["xai", "Incorrect API key provided: xa***Zz. You can obtain an API key from https://console.x.ai."],
    ["azure", "Requests have exceeded call rate limit of your current OpenAI S0 pricing tier."],
    ["anthropic", "Your credit balance is too low to access the Anthropic API."],
    ["openrouter", '{"error":{"message":"Insufficient credits. Add more using https://openrouter.ai/settings"}}'],
    ["proxy", "当前分组 default 下对于模型 gpt-image-1 无可用渠道 (request id: 2025)"],
  ] as const)("%s borrows OpenAI's words", (speaker, text) => {
    expect(diagnoseText(text)).toMatchObject({ cause: "none_of_these", speaker });
  });

  test("a proxy that passes on OpenAI's own words is believed", () => {
    const text = `{"error":{"message":"${UNVERIFIED} (request id: 2025)","type":"new_api_error"}}`;
    expect(diagnoseText(text)).toMatchObject({ cause: "org_unverified", confidence: "high", speaker: "openai" });
  });

  test.each([
    ["Incorrect API key provided: sk-or-v1**********94f6. You can find your API key at https://platform.openai.com/x."],
    ["Access denied due to invalid subscription key or wrong API endpoint."],
    ['{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}'],
  ])("a key at the wrong provider is a cause, whoever says so: %s", (text) => {
    expect(causeOf(text)).toBe("key_wrong_provider");
  });
});

describe("what is easily taken for something else", () => {
  test.each([
    ["quota_insufficient", "429 RateLimitError: You have no credits remaining. Add credits to continue using the API"],
    ["rate_limited", "429 Rate limit reached for gpt-4o in organization org-1: Limit 3, Used 3, Requested 1."],
    [
      "request_too_large_tpm",
      "429 Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 61337.",
    ],
    ["rate_limit_zero_tier", "429 Rate limit exceeded for images per minute. Limit: 0/1min. Current: 1/1min."],
    ["access_terminated", "429 Your access was terminated due to violation of our policies. Rate limited!"],
    ["billing_not_active", "429 Your account is not active, please check your billing details on our website."],
    ["billing_hard_limit", '400 {"message":"Billing hard limit has been reached","type":"invalid_request_error"}'],
    ["org_unverified", `404 ${UNVERIFIED} code: 'model_not_found'`],
    ["project_no_model_access", "403 Project `proj_1` does not have access to model `o3`, code: model_not_found"],
    ["model_not_found", "404 The model `o9` does not exist or you do not have access to it."],
    [
      "key_restricted_scope",
      "401 You have insufficient permissions for this operation. Missing scopes: model.request.",
    ],
    ["key_missing", "401 You didn't provide an API key."],
    ["key_invalid", "401 Incorrect API key provided: sk-proj-*****abcd."],
    ["key_malformed", "401 Incorrect API key provided: wklej-tu*****klucz."],
    [
      "key_malformed",
      "httpx.LocalProtocolError: Illegal header value b'Bearer x\\n'\nAPIConnectionError: Connection error.",
    ],
    ["key_missing", "httpx.LocalProtocolError: Illegal header value b'Bearer '"],
    ["org_mismatch", "401 OpenAI-Organization header should match organization for API key"],
    ["network_error", "Could not resolve host: api.openai.com (Timeout while contacting DNS servers)"],
    ["content_policy", "400 Your request was rejected by the safety system. safety_violations=[sexual]"],
  ] as const)("%s: %s", (cause, text) => {
    expect(causeOf(text)).toBe(cause);
  });
});

describe("the same message is known in every wrapping", () => {
  const body = JSON.stringify({
    error: { message: UNVERIFIED, type: "invalid_request_error", param: null, code: null },
  });
  const once = JSON.stringify(body);
  const broken = (text: string, width: number) => (text.match(new RegExp(`.{1,${width}}`, "gs")) ?? []).join("\n");

  test.each([
    ["raw", body],
    ["escaped once", once],
    ["escaped three times", JSON.stringify(JSON.stringify(once))],
    ["as Python writes it", `Error code: 403 - {'error': {'message': '${UNVERIFIED}', 'param': None}}`],
    ["as Ruby writes it", `{"error"=>{"message"=>"${UNVERIFIED}", "code"=>nil}}`],
    ["as Go writes it", `map[code:<nil> message:${UNVERIFIED} type:invalid_request_error]`],
    [
      "as n8n copies it",
      JSON.stringify({ errorMessage: "Forbidden", errorDetails: { rawErrorMessage: [`403 - ${once}`] } }),
    ],
    ["as Make shows it", `[403] ${UNVERIFIED}\nCode: RuntimeError`],
    ["in curved quotes", body.replaceAll('"', "”")],
    ["with entities and tags", `<pre>${body.replaceAll('"', "&quot;").replace("must", "<b>must</b>")}</pre>`],
    ["wrapped within words", broken(UNVERIFIED, 7)],
    ["behind a gutter", broken(UNVERIFIED, 30).replaceAll("\n", "\n     | ")],
    ["cut at both ends", UNVERIFIED.slice(8, 60)],
    ["in Polish", `Coś poszło nie tak! Komunikat z serwera: „${UNVERIFIED}” Spróbuj ponownie.`],
    ["read off a picture", "Your organlzation rnust be verlfied to use the mode| gpt-irnage-1"],
    ["without accents and capitals", UNVERIFIED.toUpperCase()],
  ])("%s", (_, text) => {
    expect(diagnoseText(text)).toMatchObject({ cause: "org_unverified", confidence: "high" });
  });
});

describe("a log", () => {
  const noise = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `2026-01-02 10:00:${from + i} INFO item ${i} done, billing timeout is 30`);

  test("means its last error that a provider has said", () => {
    const lines = [
      ...noise(10, 200),
      "2026-01-02 10:01:00 ERROR 429 Rate limit reached for gpt-4o in organization org-1 on tokens per min (TPM)",
      ...noise(20, 200),
      `2026-01-02 10:02:00 ERROR 429 ${QUOTA} code: insufficient_quota`,
      "2026-01-02 10:02:01 WARN Connection error, giving up",
      ...noise(30, 200),
    ];
    expect(lines.join("\n").length).toBeGreaterThan(30_000);
    expect(diagnoseText(lines.join("\n"))).toMatchObject({ cause: "quota_insufficient", confidence: "high" });
  });

  test("of one provider is not judged by another's name in an earlier line", () => {
    const text = `2026-01-02 10:00:00 ERROR generativelanguage.googleapis.com 429\n2026-01-02 10:00:05 ERROR ${UNVERIFIED}`;
    expect(causeOf(text)).toBe("org_unverified");
  });
});

describe("a text that does not contain its cause", () => {
  test.each([
    ["auth_unspecified_401", "Authorization failed - please check your credentials"],
    ["forbidden_unspecified_403", "Forbidden - perhaps check your credentials?"],
    ["rate_limited_or_quota_unspecified_429", "The service is receiving too many requests from you"],
    ["model_not_found_or_wrong_url_unspecified_404", "The resource you are requesting could not be found"],
    ["bad_request_unspecified_400", "Bad request - please check your parameters"],
    ["unknown_connection_failure", "Couldn’t connect with these settings"],
  ] as const)("has candidates, the likeliest first: %s", (cause, text) => {
    const { candidates, ...diagnosis } = diagnoseText(text);
    expect(diagnosis).toMatchObject({ cause, confidence: "low", tool: "n8n" });
    expect(candidates.length).toBeGreaterThanOrEqual(2);
    expect(candidates.length).toBeLessThanOrEqual(4);
    expect(candidates.filter(isUnspecified)).toEqual([]);
  });

  test("has its cause as soon as the details are there", () => {
    expect(causeOf(`Forbidden - perhaps check your credentials?\n${UNVERIFIED}`)).toBe("org_unverified");
  });

  test.each([
    "",
    "Kiedy będzie następne spotkanie na żywo?",
    "Skąd wziąć klucz API OpenAI? Czy potrzebna jest weryfikacja organizacji?",
    "npm ERR! network request to https://registry.npmjs.org/x failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org",
    'connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
    "Problem in node ‘Google Sheets‘\nForbidden - perhaps check your credentials?",
    "GET https://sklep.example.pl/api/produkty 404 Not Found",
    "Payment required - perhaps check your payment details?",
  ])("and is no provider's is none of these: %s", (text) => {
    expect(diagnoseText(text)).toMatchObject({ cause: "none_of_these" });
  });
});

describe("the evidence", () => {
  test("is the words as they stand there, whole and short", () => {
    const { evidence } = diagnoseText(`Błąd! ${UNVERIFIED}`);
    expect(evidence).toEqual([{ words: "click on Verify Organization." }]);
    expect(diagnoseText("[429] Insufficient quota detected. Learn more").evidence).toEqual([
      { words: "Insufficient quota detected." },
    ]);
  });

  test("holds no secret", () => {
    const key = keyOf("good");
    const { cause, evidence } = diagnoseText(`Headers.append: "Bearer ${key}\\n" is an invalid header value.`);
    expect(cause).toBe("key_malformed");
    expect(JSON.stringify(evidence)).not.toContain(key.slice(8, 20));
  });
});

describe("where it was seen", () => {
  test.each([
    ["n8n", "Problem in node ‘OpenAI‘\nForbidden - perhaps check your credentials?"],
    ["make", "[401] Incorrect API key provided: sk-****.\nCode: AccountValidationError"],
    ["zapier", 'The app returned "Too Many Requests". Your Zap was stopped.'],
    ["python_sdk", "openai.RateLimitError: Error code: 429 - {'error': {'code': None}}"],
    ["node_sdk", "Error: 401 status code (no body)\n    at APIError.generate (/app/node_modules/openai/error.js:1:1)"],
    ["gateway", "<html><head><title>502 Bad Gateway</title></head></html>"],
    [null, "Your account is not active, please check your billing details on our website."],
  ] as const)("%s", (tool, text) => {
    expect(diagnoseText(text).tool).toBe(tool);
  });
});

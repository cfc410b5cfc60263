import { describe, expect, test } from "vitest";
import { isUnspecified } from "#domain/cause/cause";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import { redact } from "#domain/redaction/redact";

const causeOf = (text: string) => diagnoseText(text).cause;
const cut = (text: string, width: number, margin: string) =>
  (text.match(new RegExp(`.{1,${width}}`, "gs")) ?? []).join(`\n${margin}`);

describe("a weak sign of another provider", () => {
  test.each([
    ["org_mismatch", "openai.AuthenticationError: No such organization: Personal."],
    ["auth_unspecified_401", "openai.error.AuthenticationError: foo"],
    ["forbidden_unspecified_403", "openai.PermissionDeniedError: Error code: 403"],
    ["quota_insufficient", "OpenAI says my credit balance is too low"],
    ["key_invalid", "OpenAI: API key invalid"],
  ] as const)("does not outvote OpenAI: %s, %s", (cause, text) => {
    expect(causeOf(text)).toBe(cause);
  });

  test.each([
    "anthropic.AuthenticationError: Error code: 401",
    "litellm.RateLimitError: AnthropicException - rate_limit_error",
    "openai.BadRequestError: 400 registry.ollama.ai/library/gemma does not support tools",
    "Invalid API key · Please run /login",
    "DeepSeek 余额不足",
  ])("counts where it is a strong one, or the only one: %s", (text) => {
    expect(causeOf(text)).toBe("none_of_these");
  });

  test("a name counts as a word, and not within another", () => {
    expect(causeOf("The answer is coherent, but OpenAI says: insufficient quota")).toBe("quota_insufficient");
  });
});

describe("a message in another language", () => {
  test.each([
    ["key_restricted_scope", "您没有足够的权限执行此操作。缺少的范围：model.request。"],
    ["org_unverified", "画像生成エラー: 組織認証 https://platform.openai.com/settings/organization/general"],
    ["quota_insufficient", "Has excedido tu cuota actual (OpenAI)"],
    ["key_invalid", "Неверный API-ключ OpenAI"],
    ["key_missing", "Der OpenAI-API-Schlüssel ist leer."],
    ["region_unsupported", "OpenAI n'est pas disponible dans votre pays"],
  ] as const)("is known by what stays or by a stock phrase, and never for sure: %s, %s", (cause, text) => {
    const diagnosis = diagnoseText(text);
    expect(diagnosis.cause).toBe(cause);
    expect(diagnosis.confidence).not.toBe("high");
  });

  test.each([
    ["auth_unspecified_401", "很抱歉，服务器拒绝了您的请求，可能是因为您的权限不足或未提供有效的身份验证"],
    ["forbidden_unspecified_403", "No tiene permiso para acceder a este contenido"],
    ["rate_limited_or_quota_unspecified_429", "リクエストが多すぎます"],
    ["bad_request_unspecified_400", "Entschuldigung, der Server versteht Ihre Anfrage nicht."],
  ] as const)("that is but a status has candidates: %s, %s", (cause, text) => {
    expect(isUnspecified(cause)).toBe(true);
    expect(diagnoseText(text)).toMatchObject({ cause, confidence: "low" });
  });
});

describe("the same fact in other words", () => {
  test.each([
    ["key_missing", "🚨 OPENAI_API_KEY environment variable is not set."],
    ["key_missing", "Required environment variable OPENAI_API_KEY not found"],
    ["key_missing", "Error: OPENAI_API_KEY isn't set"],
    ["key_invalid", "OpenAI API key is invalid or missing"],
    ["bad_request_param", "400 max_tokens is too large: 6000."],
    ["bad_request_param", "Hosted tool 'image_generation' is not supported with gpt-4.1-nano"],
    ["model_not_found_or_wrong_url_unspecified_404", "Invalid URL (POST /v1/v1/x), code: unknown_url"],
    ["key_malformed", "UnicodeEncodeError: 'ascii' codec can't encode character '\\u2026' in position 7"],
    ["key_malformed", "error: failed to parse header value"],
    ["key_malformed", "System.FormatException: The format of value 'Bearer sk\n' is invalid."],
    ["key_wrong_provider", "Incorrect API key provided: sk-admin-****abcd. You can find your API key at"],
  ] as const)("%s: %s", (cause, text) => {
    expect(causeOf(text)).toBe(cause);
    expect(causeOf(redact(text))).toBe(cause);
  });

  test("asking how a key is set is no missing key", () => {
    expect(causeOf("How do I set OPENAI_API_KEY in n8n?")).toBe("none_of_these");
  });
});

describe("a login page", () => {
  test.each([
    'Route Error (400 Invalid Session): "Your authorization session was not initialized or has expired"',
    "Oops!, something went wrong auth0.openai.com",
    "An error occurred during authentication (rate_limit_exceeded). Please try again.",
    "https://auth.openai.com/error?error=invalid_request_error",
    "This phone number is already linked to the maximum number of accounts.",
  ])("has no cause of the API, whatever code it shows: %s", (text) => {
    expect(causeOf(text)).toBe("login_problem");
  });

  test("that was not reached, with the API's scopes in its address, is a matter of time", () => {
    const text =
      "host='auth0.openai.com': /authorize?scope=openid%20model.request (ConnectTimeoutError: Connection timed out)";
    expect(causeOf(text)).toBe("timeout");
  });
});

describe("a connection that failed", () => {
  test.each([
    "connect ECONNREFUSED ::1:11434",
    "HTTPSConnectionPool(host='huggingface.co', port=443): Read timed out.",
    "getaddrinfo ENOTFOUND db.abc123.example.net",
    "curl: (7) Failed to connect to my-nas.local port 5000: Connection refused",
  ])("to another place is none of these: %s", (text) => {
    expect(causeOf(text)).toBe("none_of_these");
  });

  test.each([
    ["network_error", "getaddrinfo ENOTFOUND api.openai.com"],
    ["network_error", "dial tcp: lookup api.openai.com on 127.0.0.11:53: no such host"],
    ["network_error", "connect ECONNREFUSED 104.18.7.192:443"],
    ["network_error", "socket hang up"],
    ["timeout", "Request timed out."],
    ["auth_unspecified_401", "Failed to fetch model data: Request failed, status 401"],
  ] as const)("to OpenAI, or nobody says where, stays %s: %s", (cause, text) => {
    expect(causeOf(text)).toBe(cause);
  });
});

describe("a headline", () => {
  test.each([
    ["auth_unspecified_401", "orization failed - please check your credential"],
    ["model_not_found_or_wrong_url_unspecified_404", "The resource you are requesting could not be foun"],
    ["unknown_connection_failure", "ouldn´t connect with these setting"],
    ["unknown_connection_failure", "n8n says it could not connect using those settings"],
    ["unknown_connection_failure", "COULDN'T CONNECT WITH THESE SETTINGS"],
  ] as const)("is known without its first and last letters, and retold: %s, %s", (cause, text) => {
    expect(diagnoseText(text)).toMatchObject({ cause, confidence: "low" });
  });
});

const ECHO = "Incorrect API key provided: sk-or-v1**********************94f6. You can find your API key at https://x.y";
const WORDS = "Incorrect API key provided: YOUR_API***********HERE. You can find your API key at https://x.y";
const ZERO = "Rate limit exceeded for images per minute in organization org-a. Limit: 0/1min. Current: 1/1min.";

describe.each([
  ["key_wrong_provider", ECHO],
  ["key_malformed", WORDS],
  ["rate_limit_zero_tier", ZERO],
] as const)("%s", (cause, text) => {
  test.each([
    ["in a window of 38 columns", cut(text, 38, "    ")],
    ["in one of 17", cut(text, 17, "")],
    ["quoted", cut(text, 30, "> ")],
    ["in a frame", cut(text, 40, "│ ").replaceAll("\n", " │\n")],
    ["in capitals", text.toUpperCase()],
  ])("stays what it is %s", (_, changed) => {
    expect(causeOf(changed)).toBe(cause);
  });
});

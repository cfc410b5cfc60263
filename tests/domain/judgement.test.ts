import { describe, expect, test } from "vitest";
import { verdictOf } from "#domain/check/judgement";
import type { ProviderReply } from "#domain/diagnosis/reply";

const now = new Date("2026-11-21T14:00:00Z");
const later = new Date("2026-11-21T14:20:00Z");
const said = (status: number, message: string): ProviderReply => ({
  kind: "refusal",
  status,
  code: null,
  type: null,
  param: null,
  message,
  requestId: null,
});
const unverified = said(403, "Your organization must be verified to use the model.");
const noCredits = said(429, "You have no credits remaining.");
const restricted = said(403, "Missing scopes: api.model.read.");

describe("a verdict", () => {
  test("a success passes every check", () => {
    const reply: ProviderReply = { kind: "success", status: 200, requestId: null };
    expect(verdictOf("openai.image", reply, null, now)).toEqual({ state: "passed" });
  });

  test("a missing scope proves the key, and nothing else", () => {
    expect(verdictOf("openai.key", restricted, null, now)).toEqual({ state: "passed" });
    expect(verdictOf("openai.credits", restricted, null, now)).toEqual({
      state: "failed",
      cause: "key_restricted_scope",
    });
  });

  test("a refusal waits while the timer of its own check runs", () => {
    const waiting = { state: "waiting", until: later };
    expect(verdictOf("openai.image", unverified, later, now)).toEqual({ ...waiting, cause: "org_unverified" });
    expect(verdictOf("openai.credits", noCredits, later, now)).toEqual({ ...waiting, cause: "quota_insufficient" });
  });

  test("a refusal at the very end of the timer fails", () => {
    expect(verdictOf("openai.image", unverified, now, now)).toEqual({ state: "failed", cause: "org_unverified" });
  });

  test("a timer excuses only what it was started for", () => {
    expect(verdictOf("openai.image", noCredits, later, now)).toMatchObject({ state: "failed" });
    expect(verdictOf("openai.credits", said(401, "Incorrect API key provided: sk-p***x."), later, now)).toEqual({
      state: "failed",
      cause: "key_invalid",
    });
  });

  test.each([
    ["gateway_error", { kind: "gibberish", status: 502 }],
    ["timeout", { kind: "timeout" }],
    ["network_error", { kind: "network", code: "ECONNREFUSED" }],
    ["rate_limited", said(429, "Rate limit reached. Please try again in 2s.")],
    ["content_policy", said(400, "Your request was rejected by the safety system.")],
    ["unknown", said(403, "Something new.")],
  ] as const)("%s says nothing of the key", (cause, reply) => {
    expect(verdictOf("openai.image", reply, later, now)).toEqual({ state: "inconclusive", cause });
  });
});

import type { ProviderId } from "../check/provider.ts";
import type { StrangeCharacter } from "./character.ts";

/** Kinds of OpenAI key that can call a model; `unknown` is an `sk-` of which nothing more can be said. */
export type OpenAiKeyKind = "project" | "service_account" | "user" | "legacy" | "service_legacy" | "unknown";
/** Kinds of Gemini key: `AIza…` from before, `AQ.…` of today. */
export type GoogleKeyKind = "google_standard" | "google_auth";
export type KeyKind = OpenAiKeyKind | GoogleKeyKind;

/** `jwt` is the session token of a web page, ChatGPT's among them. */
export type OtherProvider =
  | "openai"
  | "anthropic"
  | "google"
  | "openrouter"
  | "groq"
  | "xai"
  | "deepseek"
  | "perplexity"
  | "huggingface"
  | "replicate"
  | "nvidia"
  | "azure"
  | "cohere"
  | "langsmith"
  | "langfuse"
  | "elevenlabs"
  | "stripe"
  | "github"
  | "aws"
  | "slack"
  | "jwt";

/** Each code has a sentence of its own on screen. None of them carries any of the paste. */
export type KeyRefusal =
  | { readonly code: "empty" | "too_short" | "too_long" | "not_a_key" | "two_keys" | "masked_copy" | "key_inside" }
  | { readonly code: "strange_character"; readonly character: StrangeCharacter }
  | { readonly code: "admin_key" | "organization_id" | "session_token" }
  | { readonly code: "other_provider" | "provider_admin"; readonly provider: OtherProvider };

export type KeyRule = { readonly shape: RegExp } & (
  | { readonly kind: KeyKind; readonly confirm?: true }
  | { readonly refusal: KeyRefusal }
);

/** The first shape that fits decides, so a specific prefix stands above the general one. Lengths are floors, never exact. */
const OPENAI_RULES: readonly KeyRule[] = [
  { shape: /^sk-admin-/, refusal: { code: "admin_key" } },
  { shape: /^sk-ant-admin/, refusal: { code: "provider_admin", provider: "anthropic" } },
  { shape: /^sk-ant-/, refusal: from("anthropic") },
  { shape: /^sk-or-v\d/, refusal: from("openrouter") },
  { shape: /^[sp]k-lf-/, refusal: from("langfuse") },
  { shape: /^sk-[0-9a-f]{32}$/, refusal: from("deepseek") },

  { shape: /^sk-proj-[\w-]{40,}$/, kind: "project" },
  { shape: /^sk-svcacct-[\w-]{40,}$/, kind: "service_account" },
  { shape: /^sk-None-[\w-]{40,}$/, kind: "user" },
  { shape: /^sk-(?:proj|svcacct|None)-[\w-]{0,39}$/, refusal: { code: "too_short" } },
  { shape: /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/, kind: "legacy" },
  { shape: /^(?=[\w-]{40,}$)sk-.*T3BlbkFJ.{16}/, kind: "service_legacy" },
  { shape: /^sk-[\w-]{20,}$/, kind: "unknown", confirm: true },
  { shape: /^sk-[\w-]{0,19}$/, refusal: { code: "too_short" } },

  { shape: /^(?:org-|proj_)[A-Za-z0-9]{10,}$/, refusal: { code: "organization_id" } },
  { shape: /^(?:sess-|ek_)/, refusal: { code: "session_token" } },
  { shape: /^(?:AIza[\w-]{10,}|[A-Z]Q\.[\w.-]{16,}|ya29\.|GOCSPX-)/, refusal: from("google") },
  { shape: /^gsk_[A-Za-z0-9]{10,}/, refusal: from("groq") },
  { shape: /^xai-[\w-]{10,}/, refusal: from("xai") },
  { shape: /^pplx-[A-Za-z0-9]{10,}/, refusal: from("perplexity") },
  { shape: /^(?:hf_|api_org_)[A-Za-z0-9]{10,}/, refusal: from("huggingface") },
  { shape: /^r8_[\w-]{10,}/, refusal: from("replicate") },
  { shape: /^nvapi-[\w-]{10,}/, refusal: from("nvidia") },
  { shape: /^lsv2_(?:pt|sk)_/, refusal: from("langsmith") },
  { shape: /^sk_[a-f0-9]{48}$/, refusal: from("elevenlabs") },
  { shape: /^[rsp]k_(?:live|test)_[A-Za-z0-9]{10,}$/, refusal: from("stripe") },
  { shape: /^(?:gh[pousr]_|github_pat_)\w{10,}/, refusal: from("github") },
  { shape: /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}$/, refusal: from("aws") },
  { shape: /^xox[a-z]-/, refusal: from("slack") },
  { shape: /^eyJ[\w-]+\.[\w.-]*$/, refusal: from("jwt") },
  { shape: /^[0-9a-z]{32}$/, refusal: from("azure") },
  { shape: /^[A-Za-z0-9]{40}$/, refusal: from("cohere") },
];

function from(provider: OtherProvider): KeyRefusal {
  return { code: "other_provider", provider };
}

/** Before the rules of everybody else's keys, which hold for Google's field as well. */
const GOOGLE_RULES: readonly KeyRule[] = [
  { shape: /^AIza[\w-]{30,}$/, kind: "google_standard" },
  { shape: /^[A-Z]Q\.[\w.-]{30,}$/, kind: "google_auth" },
  { shape: /^(?:AIza|[A-Z]Q\.)[\w.-]*$/, refusal: { code: "too_short" } },
  { shape: /^sk-(?!admin-|ant-|or-v\d|lf-|[0-9a-f]{32}$)/, refusal: from("openai") },
];

export const KEY_RULES: Readonly<Record<ProviderId, readonly KeyRule[]>> = {
  openai: OPENAI_RULES,
  google: [...GOOGLE_RULES, ...OPENAI_RULES.filter((rule) => "refusal" in rule)],
};

import type { useTranslations } from "next-intl";

type Translate = ReturnType<typeof useTranslations<"key">>;

/** Proper names, the same in every language. Those that only look like one of several services are in the messages. */
const NAMES: Readonly<Record<string, string>> = {
  openai: "OpenAI",
  anthropic: "Anthropic (Claude)",
  google: "Google (Gemini)",
  openrouter: "OpenRouter",
  groq: "Groq",
  xai: "xAI (Grok)",
  perplexity: "Perplexity",
  huggingface: "Hugging Face",
  replicate: "Replicate",
  nvidia: "NVIDIA",
  langsmith: "LangSmith",
  langfuse: "Langfuse",
  elevenlabs: "ElevenLabs",
  stripe: "Stripe",
  github: "GitHub",
  aws: "Amazon Web Services",
  slack: "Slack",
};
const LOOKALIKES = ["azure", "cohere", "deepseek", "jwt"] as const;
/** The refusals that say no more than their code. */
export const PLAIN_REFUSALS = [
  "not_a_key",
  "too_long",
  "too_short",
  "masked_copy",
  "admin_key",
  "organization_id",
  "session_token",
  "two_keys",
  "key_inside",
] as const;
/** Those that only the server gives. */
const SERVER_REFUSALS = ["empty", "not_allowed"] as const;

export function providerName(t: Translate, provider: string): string {
  const lookalike = LOOKALIKES.find((known) => known === provider);
  return lookalike ? t(`provider.${lookalike}`) : (NAMES[provider] ?? "");
}

export type RefusalWords = { readonly code: string; readonly provider?: string; readonly character?: string };

/** Those that say the same whoever the key is for. */
const NEUTRAL: ReadonlySet<string> = new Set([
  "too_long",
  "two_keys",
  "key_inside",
  "strange_character",
  "not_allowed",
]);

/** The same for the field of a Gemini key. */
export function googleRefusalSentence(t: Translate, words: RefusalWords): string {
  if (NEUTRAL.has(words.code)) return refusalSentence(t, words);
  const name = providerName(t, words.provider ?? "");
  return words.code === "other_provider" && name ? t("google.otherProvider", { provider: name }) : t("google.notAKey");
}

/** The sentence of a refusal; one that this page does not know gets a general one. */
export function refusalSentence(t: Translate, { code, provider = "", character = "" }: RefusalWords): string {
  const known = [...PLAIN_REFUSALS, ...SERVER_REFUSALS].find((candidate) => candidate === code);
  if (known) return t(`refusal.${known}`);
  if (code === "strange_character") return t("refusal.strange_character", { character });
  const name = providerName(t, provider);
  if ((code === "other_provider" || code === "provider_admin") && name) return t(`refusal.${code}`, { provider: name });
  return t("refusal.other");
}

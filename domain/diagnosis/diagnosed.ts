import type { CauseId } from "../cause/cause.ts";

/** `high`: the text itself says it. `low`: it does not, and the candidates are what it may be. */
export type Confidence = "high" | "medium" | "low";

/** Words of the text that decided, redacted, as they stand there. */
export type Evidence = { readonly words: string };

/** Who speaks in the text; null where nothing tells. Others borrow OpenAI's words, so this is decided first. */
export type Speaker =
  | "openai"
  | "google"
  | "anthropic"
  | "azure"
  | "openrouter"
  | "xai"
  | "mistral"
  | "groq"
  | "proxy"
  | "other";

/** The program in which the message was seen; it says where its details are to be found. */
export type Tool = "n8n" | "make" | "zapier" | "python_sdk" | "node_sdk" | "curl" | "litellm" | "langchain" | "gateway";

export type Diagnosis = {
  readonly cause: CauseId;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  /** Likeliest first. Empty where the cause is certain; for a text that does not contain its cause, two to four. */
  readonly candidates: readonly CauseId[];
  readonly speaker: Speaker | null;
  readonly tool: Tool | null;
};

import "server-only";
import type { CheckName } from "#domain/check/check";
import type { ProviderReply } from "#domain/diagnosis/reply";
import type { Secret } from "../vault/secret.ts";

export type Answer = {
  readonly reply: ProviderReply;
  /** Millionths of a US dollar that the student's account was charged; a refusal costs nothing. */
  readonly costMicroUsd?: number;
  readonly picture?: { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };
};

/** One probe of a provider. A provider is a folder of these; the runner knows nothing of any of them. */
export type Probe = {
  readonly check: CheckName;
  /** Asks the student's consent first, because it costs money. */
  readonly needsConsent?: true;
  readonly ask: (key: Secret, signal: AbortSignal) => Promise<Answer>;
};

import "server-only";
import type { CheckName, Verdict } from "#domain/check/check";
import type { ProviderId } from "#domain/check/provider";
import type { ProviderReply } from "#domain/diagnosis/reply";
import type { Secret } from "../vault/secret.ts";

export type Answer = {
  readonly reply: ProviderReply;
  /** Whose key it is, as the provider itself says; null where it does not. */
  readonly owner?: { readonly organization: string | null; readonly project: string | null };
  /** Millionths of a US dollar that the student's account was charged; a refusal costs nothing. */
  readonly costMicroUsd?: number;
  readonly picture?: { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };
};

/** Reads the key and calls nobody. */
export type OfflineCheck = {
  readonly name: CheckName;
  readonly read: (key: Secret) => { readonly verdict: Verdict; readonly keyKind?: string };
};

/** One call that answers one question about a key. */
export type Probe = {
  readonly name: CheckName;
  /** So long an answer is waited for. */
  readonly patienceMs: number;
  /** Asks the student's consent first, because it costs money. */
  readonly needsConsent?: true;
  readonly ask: (key: Secret, signal: AbortSignal) => Promise<Answer>;
};

export type Check = OfflineCheck | Probe;

/** Its checks stand in the order of `CHECKS_OF`. The runner knows nothing else of any provider. */
export type Provider = { readonly id: ProviderId; readonly checks: readonly Check[] };

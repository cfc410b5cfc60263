import type { CauseId } from "../cause/cause.ts";
import type { ProviderId } from "./provider.ts";

/** In the order in which they run: each costs more than the one before and means nothing without it. */
export const CHECKS_OF = {
  openai: ["openai.format", "openai.key", "openai.credits", "openai.image"],
  google: ["google.format", "google.key", "google.answer"],
} as const satisfies Readonly<Record<ProviderId, readonly string[]>>;

export type CheckName = (typeof CHECKS_OF)[ProviderId][number];

export const CHECKS: readonly CheckName[] = Object.values(CHECKS_OF).flat();
export const isCheckName = (name: string): name is CheckName => (CHECKS as readonly string[]).includes(name);

export const providerOf = (check: CheckName): ProviderId => check.slice(0, check.indexOf(".")) as ProviderId;

export type Verdict =
  | { readonly state: "passed" }
  | { readonly state: "failed"; readonly cause: CauseId }
  /** The student has just done it at the provider; a refusal until then means nothing. */
  | { readonly state: "waiting"; readonly cause: CauseId; readonly until: Date }
  /** The world failed: nothing is known of the key. */
  | { readonly state: "inconclusive"; readonly cause: CauseId }
  | { readonly state: "skipped" };

export type CheckState = Verdict["state"] | "started";

import type { CauseId } from "../cause/cause.ts";

/** In the order in which they run: each costs more than the one before and means nothing without it. */
export const CHECKS = ["openai.format", "openai.key", "openai.credits", "openai.image"] as const;
export type CheckName = (typeof CHECKS)[number];

export const isCheckName = (name: string): name is CheckName => (CHECKS as readonly string[]).includes(name);

export type Verdict =
  | { readonly state: "passed" }
  | { readonly state: "failed"; readonly cause: CauseId }
  /** The student has just done it at the provider; a refusal until then means nothing. */
  | { readonly state: "waiting"; readonly cause: CauseId; readonly until: Date }
  /** The world failed: nothing is known of the key. */
  | { readonly state: "inconclusive"; readonly cause: CauseId }
  | { readonly state: "skipped" };

export type CheckState = Verdict["state"] | "started";

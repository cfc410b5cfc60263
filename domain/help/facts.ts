import type { CauseId } from "../cause/cause.ts";
import type { CheckHistory } from "./streak.ts";

/** Why somebody needs help, most urgent kind first. */
export type HelpNeed =
  | "asked"
  | "dead_end"
  | "blocked"
  | "waiting_too_long"
  | "regressed"
  | "stalled"
  | "never_signed_in";

export type HelpState = HelpNeed | "waiting" | "on_track" | "finished";

export type HelpStatus = {
  readonly status: HelpState;
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  readonly tries: number;
  readonly since: Date | null;
};

export type HelpFacts = {
  readonly invitedAt: Date;
  readonly firstSignedInAt: Date | null;
  /** A tick or a proof. A page view is not progress. */
  readonly lastProgressAt: Date | null;
  readonly finished: boolean;
  /** When somebody of the staff last closed their case by hand: what was before that counts no more. */
  readonly resolvedAt: Date | null;
  readonly helpRequest: {
    readonly since: Date;
    readonly stepId: string | null;
    /** What the message was taken for that the student asks about. */
    readonly cause: CauseId | null;
  } | null;
  readonly checks: readonly CheckHistory[];
};

export type HelpThresholds = {
  readonly tries: number;
  readonly apartMs: number;
  readonly regressedMs: number;
  readonly stalledDays: number;
  readonly invitedDays: number;
};

const MINUTE_MS = 60_000;

export const HELP_THRESHOLDS: HelpThresholds = {
  tries: 3,
  apartMs: 2 * MINUTE_MS,
  regressedMs: 10 * MINUTE_MS,
  stalledDays: 3,
  invitedDays: 2,
};

import { HELP_THRESHOLDS, type HelpThresholds } from "../help/facts.ts";

/** What an instructor chooses of a cohort's rule; the rest of it is the same everywhere. */
export const CHOSEN = ["tries", "stalledDays", "invitedDays"] as const;
export type Chosen = Readonly<Pick<HelpThresholds, (typeof CHOSEN)[number]>>;

const MOST: Chosen = { tries: 20, stalledDays: 60, invitedDays: 60 };

/** Null where one of them is no whole number from 1 to what it may be. */
export function readChosen(typed: Readonly<Record<keyof Chosen, string>>): Chosen | null {
  const read = CHOSEN.map((name) => [name, /^\d{1,3}$/.test(typed[name].trim()) ? Number(typed[name]) : 0] as const);
  const isFair = read.every(([name, value]) => value >= 1 && value <= MOST[name]);
  return isFair ? (Object.fromEntries(read) as Chosen) : null;
}

export const thresholdsWith = (chosen: Chosen): HelpThresholds => ({ ...HELP_THRESHOLDS, ...chosen });

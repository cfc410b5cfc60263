import { intervalOf, type Share, Z_999 } from "./share.ts";

/** What is compared: the last day, and the two weeks before it. */
export const RECENT_HOURS = 24;
export const BEFORE_DAYS = 14;
/** Three people are not a jump, and neither is anything where hardly anybody came through before. */
export const LEAST_FAILED = 5;
export const LEAST_BEFORE = 20;

/** Of the people who tried a step, those whom its check refused: lately, without those whom it had refused before; and before. */
export type Trials = { readonly recent: Share; readonly before: Share };

/**
 * Whether more people fail than chance explains. Both shares are taken at their worst: the least that is credible of now
 * must lie above the most that is credible of then, each by Wilson's interval at 99.9 %. Where nothing has changed that
 * happens on less than one day in a thousand at a step, however many people there are; a test adds the chances up.
 */
export function isJump({ recent, before }: Trials): boolean {
  if (recent.count < LEAST_FAILED || before.of < LEAST_BEFORE) return false;
  return intervalOf(recent, Z_999).low > intervalOf(before, Z_999).high;
}

import { intervalOf, type Share, Z_99 } from "./share.ts";

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
 * must lie above the most that is credible of then, each by Wilson's interval at 99 %. Two such intervals lie apart by
 * chance less than once in a thousand times, so a dozen steps that are asked every day are quiet for months.
 */
export function isJump({ recent, before }: Trials): boolean {
  if (recent.count < LEAST_FAILED || before.of < LEAST_BEFORE) return false;
  return intervalOf(recent, Z_99).low > intervalOf(before, Z_99).high;
}

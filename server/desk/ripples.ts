import "server-only";
import type { Transaction } from "../database/client.ts";
import { refreshBlockers } from "../help/blockers.ts";
import { notify } from "../live/notify.ts";

/** Two hundred people are looked at one after the other. */
export const PATIENCE_MS = 30_000;

/** Applies the rules to people of whom something has changed, and tells their own pages. */
export async function lookAgain(tx: Transaction, userIds: readonly string[], now: Date): Promise<void> {
  for (const userId of userIds) {
    await refreshBlockers(tx, userId, now);
    await notify(tx, `user:${userId}`);
  }
}

export const tellDesks = (tx: Transaction, cohortIds: readonly string[]): Promise<void> =>
  notify(tx, ...new Set(cohortIds.map((id) => `cohort:${id}` as const)));

import "server-only";
import type { CheckName } from "#domain/check/check";
import { type Asked, CAP_WINDOW_MS, type DayLeft, dayLeft, isPaid, type PaidCheck } from "#domain/check/daily-cap";
import { database, type Transaction } from "../database/client.ts";

type Own = { readonly id: string; readonly userId: string };

/** What is left of a check's cap, by what was really asked: rows that the worker alone writes. */
export const leftToday = async (userId: string, check: PaidCheck, now: Date): Promise<DayLeft> =>
  dayLeft(check, await askedOf(database(), { userId, check, now }), now);

/**
 * Whether a running test may ask a check. Counted again right before each call that costs money, whoever wanted the test
 * and whatever was counted then; the lock lets one test of a student count at a time.
 */
export async function mayAsk(tx: Transaction, { id, userId }: Own, check: CheckName, now: Date): Promise<boolean> {
  if (!isPaid(check)) return true;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`paid checks of ${userId}`}, 0))`;
  const asked = await askedOf(tx, { userId, check, now, testId: id });
  return dayLeft(check, asked, now).left > 0;
}

type Wanted = {
  readonly userId: string;
  readonly check: PaidCheck;
  readonly now: Date;
  /** The test that is about to ask: this attempt of it has not. */
  readonly testId?: string;
};

async function askedOf(
  tx: Pick<Transaction, "checkResult">,
  { userId, check, now, testId }: Wanted,
): Promise<readonly Asked[]> {
  const rows = await tx.checkResult.findMany({
    where: { check, startedAt: { gt: new Date(now.getTime() - CAP_WINDOW_MS) }, test: { userId } },
    select: { testId: true, startedAt: true, state: true, test: { select: { attempt: true } } },
  });
  return rows.flatMap(({ startedAt, state, test, testId: of }) =>
    startedAt ? [{ startedAt, state, attempts: Math.max(1, test.attempt) - (of === testId ? 1 : 0) }] : [],
  );
}

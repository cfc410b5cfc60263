import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { type CheckName, isCheckName } from "#domain/check/check";
import { isLag } from "#domain/check/judgement";
import { heldUntil } from "#domain/waiting/quiet-hours";
import { lookAfterEnd } from "#domain/waiting/wait";
import type { Transaction } from "../database/client.ts";
import { pace } from "../environment.ts";
import { enqueue } from "../jobs/enqueue.ts";

type Finished = { readonly id: string; readonly userId: string };

/** Tests that the portal has started by itself: nobody may be looking when they end. */
const UNSEEN: ReadonlySet<string> = new Set(["waiting", "outage"]);

/** The last look is at the very end of a wait, and a picture takes its time. */
const EXPECTED_FOR_MS = 10 * 60_000;

const isUnseen = async (tx: Transaction, id: string): Promise<boolean> => {
  const test = await tx.accessTest.findUnique({ where: { id }, select: { trigger: true } });
  return test !== null && UNSEEN.has(test.trigger);
};

/** The check has passed: the clock stops, and whoever has gone meanwhile is told by mail. */
export async function endWait(tx: Transaction, { id, userId }: Finished, check: CheckName): Promise<void> {
  const [timer] = await tx.$queryRaw<{ until: Date }[]>`
    DELETE FROM waiting_timer WHERE user_id = ${userId}::uuid AND check_name = ${check} RETURNING until`;
  if (!timer || !(await isUnseen(tx, id))) return;
  const now = new Date();
  // What the last look of the wait brings is expected at any hour; what comes later waits for the day.
  const startAfter = +now - +timer.until > EXPECTED_FOR_MS ? heldUntil(now) : null;
  await enqueue(tx, "letter", { letter: "wait_passed", userId, check, about: id }, startAfter ? { startAfter } : {});
}

/** A test has ended after the end of a wait: still refused is told by mail, and no answer is asked for again. */
export async function followWaits(tx: Transaction, { id, userId }: Finished, now: Date): Promise<void> {
  const timers = await tx.waitingTimer.findMany({ where: { userId, until: { lte: now }, endToldAt: null } });
  if (timers.length === 0 || !(await isUnseen(tx, id))) return;
  const results = await tx.checkResult.findMany({
    where: { testId: id },
    select: { check: true, state: true, cause: true },
  });
  for (const { check, since, until } of timers) {
    const about = since.toISOString();
    const result = results.find((candidate) => candidate.check === check);
    const again = lookAfterEnd(until, now, pace());
    if (result?.state === "failed" && isRefusal(check, result.cause))
      await enqueue(tx, "letter", { letter: "wait_ended", userId, check, about });
    else if (results.some(({ state }) => state === "inconclusive") && again)
      await enqueue(tx, "retest", { userId, check, since: about, at: again.toISOString() }, { startAfter: again });
  }
}

const isRefusal = (check: string, cause: string | null): boolean =>
  isCheckName(check) && cause !== null && isCauseId(cause) && isLag(check, cause);

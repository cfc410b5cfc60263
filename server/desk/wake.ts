import "server-only";
import { database } from "../database/client.ts";
import { notify } from "../live/notify.ts";

/** Brings back to the desk those whose time out of the way is over. */
export async function wakeWhoWasOutOfTheWay(now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    const woken = await tx.$queryRaw<{ cohort_id: string }[]>`
      UPDATE blocker SET snoozed_until = NULL, snoozed_by = NULL, snoozed_at = NULL
      WHERE closed_at IS NULL AND snoozed_until <= ${now} RETURNING cohort_id`;
    await notify(tx, ...new Set(woken.map(({ cohort_id: id }) => `cohort:${id}` as const)));
  });
}

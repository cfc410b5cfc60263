import "server-only";
import type { Transaction } from "../database/client.ts";
import { notify } from "../live/notify.ts";
import { type Happening, tell } from "../webhook/tell.ts";

type Closed = Omit<Happening, "kind"> & { readonly cohortId: string };

/** Whoever signs in is no longer somebody who never has. */
export async function closeNeverSignedIn(tx: Transaction, userId: string, now: Date): Promise<void> {
  const closed = await tx.$queryRaw<Closed[]>`
    UPDATE blocker SET closed_at = ${now}
    WHERE user_id = ${userId}::uuid AND status = 'never_signed_in' AND closed_at IS NULL
    RETURNING id AS "subjectId", user_id AS "userId", cohort_id AS "cohortId", status::text AS status, step_id AS "stepId", cause, tries, since`;
  for (const blocker of closed) await tell(tx, { ...blocker, kind: "blocker.closed", reason: "cleared" });
  await notify(tx, ...closed.map(({ cohortId }) => `cohort:${cohortId}` as const));
}

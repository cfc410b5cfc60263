import "server-only";
import { TROUBLING_CAUSES } from "#domain/outage/trouble";
import type { Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { followQuiet } from "../quiet/second-look.ts";
import { followWaits } from "../waiting/follow-up.ts";

type Ended = { readonly id: string; readonly userId: string; readonly provider: string };

/** What the end of a test leads to, in the commit that ends it: a letter, another look, the question whether others are in the same trouble. */
export async function followTest(tx: Transaction, test: Ended, now: Date): Promise<void> {
  const { id: testId, provider } = test;
  const troubled = await tx.checkResult.count({
    where: { testId, state: "inconclusive", cause: { in: [...TROUBLING_CAUSES] } },
  });
  if (troubled > 0) await enqueue(tx, "outage-look", { provider }, { singletonKey: provider });
  await followWaits(tx, test, now);
  await followQuiet(tx, test, now);
}

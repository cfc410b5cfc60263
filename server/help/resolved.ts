import "server-only";
import type { Transaction } from "../database/client.ts";

/** When somebody of the staff last closed a case by hand: of one student by cohort, or in one cohort by student. */
export async function resolvedBy(
  tx: Pick<Transaction, "blocker">,
  key: "cohortId" | "userId",
  where: { readonly userId: string } | { readonly cohortId: string },
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.blocker.groupBy({
    by: [key],
    where: { ...where, closedBy: { not: null } },
    _max: { closedAt: true },
  });
  return new Map(rows.flatMap((row) => (row._max.closedAt ? [[row[key], row._max.closedAt] as const] : [])));
}

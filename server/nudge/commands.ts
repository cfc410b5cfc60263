import "server-only";
import { database } from "../database/client.ts";
import type { Manager } from "../viewer.ts";

/** After how many days without progress the portal reminds by itself; null for never. Gives whether the cohort is the manager's. */
export async function setNudge(
  { cohortIds }: Manager,
  cohortId: string,
  nudgeAfterDays: number | null,
): Promise<boolean> {
  const where = { id: cohortId, AND: { id: { in: [...cohortIds] } } };
  const { count } = await database().cohort.updateMany({ where, data: { nudgeAfterDays } });
  return count > 0;
}

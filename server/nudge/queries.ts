import "server-only";
import { database } from "../database/client.ts";
import type { Instructor } from "../viewer.ts";

export type NudgeView = { readonly id: string; readonly name: string; readonly nudgeAfterDays: number | null };

/** After how many days each of the cohorts that somebody manages is reminded. */
export const nudgesOf = ({ managedIds }: Instructor): Promise<NudgeView[]> =>
  database().cohort.findMany({
    where: { id: { in: [...managedIds] } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, nudgeAfterDays: true },
  });

import "server-only";
import { isNudge, type NudgeKind, type NudgeRules, USUAL_DAYS } from "#domain/nudge/rule";
import { database } from "../database/client.ts";
import type { Instructor, Manager } from "../viewer.ts";
import { meantBy, type NudgedCohort } from "./meant.ts";

export type NudgeView = { readonly id: string; readonly name: string; readonly rules: NudgeRules };

const RULES = { select: { kind: true, days: true } } as const;

const rulesIn = (rows: readonly { readonly kind: string; readonly days: number }[]): NudgeRules =>
  Object.fromEntries(rows.flatMap(({ kind, days }) => (isNudge(kind) ? [[kind, days]] : [])));

/** In which cases each of the cohorts that somebody manages is reminded. */
export async function nudgesOf({ managedIds }: Instructor): Promise<NudgeView[]> {
  const rows = await database().cohort.findMany({
    where: { id: { in: [...managedIds] }, archivedAt: null },
    orderBy: { name: "asc" },
    select: { id: true, name: true, nudgeRules: RULES },
  });
  return rows.map(({ nudgeRules, ...cohort }) => ({ ...cohort, rules: rulesIn(nudgeRules) }));
}

/** The same of one cohort of the manager's. */
export async function nudgeRulesOf({ cohortIds }: Manager, cohortId: string): Promise<NudgeRules> {
  const where = { cohortId, AND: { cohortId: { in: [...cohortIds] } } };
  return rulesIn(await database().nudgeRule.findMany({ where, ...RULES }));
}

export type NudgePreview = { readonly count: number; readonly names: readonly string[] };

const MOST_NAMES = 8;

/** To whom the portal would write today in each case, were all of them switched on, by the very rules that it writes by. */
export async function nudgePreview(
  cohort: NudgedCohort,
  days: NudgeRules,
  now: Date,
): Promise<Readonly<Record<NudgeKind, NudgePreview>>> {
  const previewOf = async (kind: NudgeKind): Promise<NudgePreview> => {
    const groups = await meantBy(database(), cohort, { kind, days: days[kind] ?? USUAL_DAYS[kind] }, now);
    const names = groups.flatMap(({ people }) => people.map(({ name }) => name));
    return { count: names.length, names: names.slice(0, MOST_NAMES) };
  };
  const [due, blocked, absent, stalled] = await Promise.all([
    previewOf("due"),
    previewOf("blocked"),
    previewOf("never_signed_in"),
    previewOf("stalled"),
  ]);
  return { due, blocked, never_signed_in: absent, stalled };
}

import type { CauseId } from "#domain/cause/cause";
import type { HelpNeed } from "#domain/help/facts";

export type NeedingView = {
  /** Of the case. */
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly cohort: string;
  readonly status: HelpNeed;
  readonly stepId: string | null;
  readonly cause: CauseId | null;
  readonly tries: number;
  readonly since: Date;
  readonly lastActiveAt: Date | null;
  readonly taker: { readonly name: string; readonly isReader: boolean } | null;
  readonly snoozedUntil: Date | null;
  readonly answeredAt: Date | null;
  /** How many its group has in all. */
  readonly total: number;
};

export type Group = {
  readonly key: string;
  readonly cause: CauseId | null;
  readonly status: HelpNeed;
  readonly people: readonly NeedingView[];
  readonly total: number;
};

/** By cause, and by status where there is none. The rows come most urgent first, and so do the groups. */
export function groupsOf(rows: readonly NeedingView[]): Group[] {
  const byKey = Map.groupBy(rows, ({ cause, status }) => cause ?? status);
  return [...byKey].map(([key, people]) => ({
    key,
    people,
    cause: people[0]?.cause ?? null,
    status: people[0]?.status ?? "asked",
    total: people[0]?.total ?? people.length,
  }));
}

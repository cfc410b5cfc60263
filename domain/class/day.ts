import { dayOf } from "../credential/expiry.ts";

export const DAYS_SHOWN = 30;

/** The latest days in Warsaw as YYYY-MM-DD, today last. */
export function latestDays(now: Date, count = DAYS_SHOWN): readonly string[] {
  // Noon is on its day whatever the clocks do, and counted in UTC no day is left out.
  const today = Date.parse(`${dayOf(now)}T12:00:00Z`);
  return Array.from({ length: count }, (_, place) =>
    new Date(today - (count - 1 - place) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** A null day stands for all of them together, which is no sum where people are counted. */
export type Counted = { readonly day: string | null; readonly kind: string; readonly count: number };
/** One kind of thing, with a number for each day. */
export type Series = { readonly kind: string; readonly counts: readonly number[]; readonly total: number };

/** A day on which nothing happened has a nought. The most frequent kind first. */
export function seriesOf(days: readonly string[], counted: readonly Counted[]): readonly Series[] {
  const byKind = Map.groupBy(counted, ({ kind }) => kind);
  const series = [...byKind].map(([kind, rows]) => {
    const countOn = (day: string | null) => rows.find((row) => row.day === day)?.count ?? 0;
    return { kind, counts: days.map(countOn), total: countOn(null) };
  });
  return series.filter(({ total }) => total > 0).toSorted((one, other) => other.total - one.total);
}

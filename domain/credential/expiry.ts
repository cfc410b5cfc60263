import type { CauseId } from "../cause/cause.ts";

/** Why a key is deleted from the portal. */
export type Farewell = "asked" | "chosen_day" | "course_over" | "refused" | "account_deleted";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A course has questions after its end. */
export const AFTER_COURSE_MS = 30 * DAY_MS;
/** A key that the provider does not know is of no use; a day is left to see why it is gone. */
export const AFTER_REFUSAL_MS = DAY_MS;
export const LONGEST_DAYS = 366;

/** The provider says that there is no such key. Every other refusal may yet turn. */
const FINAL: ReadonlySet<CauseId> = new Set(["key_invalid", "google_key_invalid"]);
export const isFinalRefusal = (cause: CauseId): boolean => FINAL.has(cause);

export type KeyFacts = {
  /** The end of the day that its student chose. */
  readonly expiresAt: Date | null;
  /** The last end of all the courses that its student takes; null where one of them has none. */
  readonly courseEndsAt: Date | null;
  /** Since when the provider knows it no more; null where it does, or has not been asked since. */
  readonly refusedAt: Date | null;
};

/** When a key will be deleted by itself, and why; null where nothing ends it. The first reason that comes true counts. */
export function farewellOf({ expiresAt, courseEndsAt, refusedAt }: KeyFacts): { at: Date; because: Farewell } | null {
  const reasons = [
    expiresAt && { at: expiresAt, because: "chosen_day" as const },
    courseEndsAt && { at: new Date(courseEndsAt.getTime() + AFTER_COURSE_MS), because: "course_over" as const },
    refusedAt && { at: new Date(refusedAt.getTime() + AFTER_REFUSAL_MS), because: "refused" as const },
  ];
  const [first = null] = reasons
    .filter((reason) => reason !== null)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first;
}

const ZONE = "Europe/Warsaw";
const offset = new Intl.DateTimeFormat("en-US", { timeZone: ZONE, timeZoneName: "longOffset" });
const calendar = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day of a moment in Warsaw, as a date field writes it: `2026-10-25`. */
export const dayOf = (at: Date): string => calendar.format(at);

/** The midnight in Warsaw that ends a day such as `2026-10-25`; null for what is no day. */
export function endOfDay(day: string): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  if (!year || !month || !date) return null;
  const midnight = Date.UTC(year, month - 1, date + 1);
  const isDay = new Date(midnight - DAY_MS).toISOString().startsWith(day);
  // Clocks change at night, hours after the midnight that is looked for.
  return isDay ? new Date(midnight - offsetMs(new Date(midnight - 2 * HOUR_MS))) : null;
}

function offsetMs(at: Date): number {
  const text = offset.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * 60_000);
}

/** The end of a day that a student may choose: from tomorrow on, for a year. */
export function chosenEnd(day: string, now: Date): Date | null {
  const end = endOfDay(day);
  if (!end || dayOf(now) >= day || end.getTime() - now.getTime() > LONGEST_DAYS * DAY_MS) return null;
  return end;
}

/** The day that many days from now. */
export const dayAfter = (now: Date, days: number): string => dayOf(new Date(now.getTime() + days * DAY_MS));

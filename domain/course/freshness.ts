const DAY_MS = 86_400_000;
/** A provider changes its screens a few times a year. */
export const FRESH_DAYS = 90;

/** Whole days between two days such as `2026-11-20`; none where the first lies ahead. */
export const daysBetween = (checked: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(checked)) / DAY_MS));

/** Whether a page that was compared with the real screens that many days ago may no longer be right. */
export const isStale = (days: number): boolean => days > FRESH_DAYS;

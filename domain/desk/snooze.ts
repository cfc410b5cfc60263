import { dayAfter, endOfDay } from "../credential/expiry.ts";
import { heldUntil } from "../waiting/quiet-hours.ts";

export const SNOOZES = ["hour", "tomorrow", "three_days", "week"] as const;
export type Snooze = (typeof SNOOZES)[number];

const HOUR_MS = 3_600_000;
const DAYS: Readonly<Record<Exclude<Snooze, "hour">, number>> = { tomorrow: 1, three_days: 3, week: 7 };

/** Until when somebody is out of the way: for an hour, or until the morning of a day in Warsaw. */
export function snoozeEnd(choice: Snooze, now: Date): Date {
  if (choice === "hour") return new Date(now.getTime() + HOUR_MS);
  const midnight = endOfDay(dayAfter(now, DAYS[choice] - 1)) ?? now;
  return heldUntil(midnight) ?? midnight;
}

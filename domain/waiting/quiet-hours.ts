/** Nobody is written to at night, where they live. */
const ZONE = "Europe/Warsaw";
const FROM_HOUR = 21;
const TO_HOUR = 8;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Until when a letter is held back; null by day. */
export function heldUntil(now: Date): Date | null {
  const minute = minuteOfDay(now);
  if (minute >= TO_HOUR * 60 && minute < FROM_HOUR * 60) return null;
  const ahead = (TO_HOUR * 60 - minute + DAY_MINUTES) % DAY_MINUTES;
  const morning = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + ahead * MINUTE_MS);
  // In the nights in which the clocks change the morning comes an hour sooner or later.
  return new Date(morning.getTime() + (TO_HOUR * 60 - minuteOfDay(morning)) * MINUTE_MS);
}

function minuteOfDay(at: Date): number {
  const [hour = 0, minute = 0] = clock.format(at).split(":").map(Number);
  return hour * 60 + minute;
}

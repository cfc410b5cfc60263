const MINUTE_MS = 60_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** How far the clocks of a place are ahead of UTC at a moment. */
function offsetMs(at: number, timeZone: string): number {
  const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const parts = new Intl.DateTimeFormat("en-US", { ...numbers, timeZone, hourCycle: "h23" }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** The moment that a form's `2026-12-03T18:00` means by the clocks of a place; null where there is none. */
export function momentIn(text: string, timeZone: string): Date | null {
  const [, day = "", hour = "", minute = ""] = MOMENT.exec(text) ?? [];
  const asUtc =
    isDay(day) && Number(hour) < 24 && Number(minute) < 60 ? Date.parse(`${day}T${hour}:${minute}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  // Once more with the offset found, since the clocks may change between the two.
  const first = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(first, timeZone));
}

function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** When a day of a form begins, and when its last minute does. */
export const dayBegins = (day: string, timeZone: string): Date | null => momentIn(`${day}T00:00`, timeZone);
export const dayEnds = (day: string, timeZone: string): Date | null => momentIn(`${day}T23:59`, timeZone);

/** A moment as a form writes its day. */
export const dayIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

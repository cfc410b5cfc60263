const SECOND_MS = 1_000;
const LONGEST_MS = 24 * 3_600 * SECOND_MS;

/**
 * Until when a receiver wants to be left alone, by its `Retry-After`: seconds, or a date as HTTP writes it today. A day at
 * most, so that nobody parks a message for a year. Null for what is neither, as if nothing had been said.
 */
export function comeBackAt(header: string | null, now: Date): Date | null {
  const text = header?.trim() ?? "";
  const asked = /^\d+$/.test(text) ? now.getTime() + Number(text) * SECOND_MS : timeIn(text);
  return asked === null ? null : new Date(Math.min(asked, now.getTime() + LONGEST_MS));
}

/** Written back it has to be the same: `Date` alone takes a lot for a date, such as "1.5" and the 31st of February. */
function timeIn(text: string): number | null {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toUTCString() === text ? at.getTime() : null;
}

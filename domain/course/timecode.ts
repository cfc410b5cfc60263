const TIMECODE = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)$/;

/** Seconds of a time such as `3:23` or `1:02:03`; null when it is not one. */
export function secondsOf(timecode: string): number | null {
  const match = TIMECODE.exec(timecode.trim());
  if (!match) return null;
  const [, hours = "0", minutes, seconds] = match;
  if (match[1] !== undefined && Number(minutes) > 59) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * The second that an address asks for (`?t=203`, `3:23`, `3m23s`, `1h2m`); null for anything else, as if nothing had
 * been said.
 */
export function secondAsked(text: string): number | null {
  const words = text.trim().toLowerCase();
  const units = /^(?=\d)(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(words);
  if (!units) return secondsOf(words);
  const [, hours = "0", minutes = "0", seconds = "0"] = units;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** `203` as `3:23`, `3723` as `1:02:03`. */
export function timecodeOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const padded = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${padded}` : `${minutes}:${padded}`;
}

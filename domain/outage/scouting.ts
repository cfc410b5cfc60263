/** The pauses before one test goes ahead to see whether the provider is back; the last one is repeated. */
export const SCOUT_AFTER_MINUTES = [1, 2, 4, 8, 15] as const;

const MINUTE_MS = 60_000;
/** When the next scout goes, after so many that came back without an answer. */
export function nextScoutAt(scouts: number, now: Date, pace = 1): Date {
  const minutes = SCOUT_AFTER_MINUTES[scouts] ?? SCOUT_AFTER_MINUTES[SCOUT_AFTER_MINUTES.length - 1] ?? 0;
  return new Date(now.getTime() + (minutes * MINUTE_MS) / pace);
}

/** After 'I have just verified' or 'I have just paid' the portal looks again by itself, so many minutes later. */
export const LOOKS_AFTER_MINUTES = [5, 15, 30] as const;

const MINUTE_MS = 60_000;

/** A wait that was inconclusive at its last look is looked at again this often, for this long. */
const AGAIN_AFTER_MS = 5 * MINUTE_MS;
const GIVE_UP_AFTER_MS = 6 * 60 * MINUTE_MS;

/** When the portal looks again. `pace` makes the time of a demonstration or a test run faster. */
export const looksOf = (since: Date, pace = 1): readonly Date[] =>
  LOOKS_AFTER_MINUTES.map((minutes) => new Date(since.getTime() + (minutes * MINUTE_MS) / pace));

export const looksAhead = (looks: readonly Date[], now: Date): readonly Date[] => looks.filter((look) => look > now);

/** A wait ends with its last look; from then on a refusal is a failure again. */
export const endOf = (looks: readonly Date[]): Date => looks.at(-1) ?? new Date(0);

/** When to look once more at a wait whose end has passed without an answer; null when it has gone on for too long. */
export function lookAfterEnd(until: Date, now: Date, pace = 1): Date | null {
  const again = new Date(now.getTime() + AGAIN_AFTER_MS / pace);
  return again.getTime() - until.getTime() > GIVE_UP_AFTER_MS ? null : again;
}

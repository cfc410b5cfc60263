const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after one try the next one comes, as Standard Webhooks recommends; the first comes at once. */
const PAUSES_MS: readonly number[] = [
  ...[5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS),
];

export const MOST_TRIES = PAUSES_MS.length + 1;

/** When to try again after so many tries; null where it is time to give up. `pace` is how many times faster our clocks run. */
export function nextTryAt(tries: number, now: Date, pace = 1): Date | null {
  const pause = PAUSES_MS[tries - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause / pace);
}

export type NextTry = { readonly at: Date; readonly isAsked: boolean };

/** Not before the receiver has asked for, and never sooner than our own step. */
export function nextTry(
  tries: number,
  now: Date,
  { pace, asked }: { readonly pace: number; readonly asked: Date | null },
): NextTry | null {
  const own = nextTryAt(tries, now, pace);
  if (!own) return null;
  return asked && asked > own ? { at: asked, isAsked: true } : { at: own, isAsked: false };
}

/** An endpoint that has taken nothing for so long is given up. */
const PATIENCE_MS = 72 * HOUR_MS;

export const isGivenUp = (failingSince: Date, now: Date): boolean =>
  now.getTime() - failingSince.getTime() >= PATIENCE_MS;

/** So long a secret that was replaced signs as well, so that nobody has to change both sides in the same second. */
export const OVERLAP_MS = 24 * HOUR_MS;

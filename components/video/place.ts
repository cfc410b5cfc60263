import { keep, kept } from "./kept.ts";

/** Closer to an end of the film than this, a place is not worth coming back to. */
const MARGIN_S = 10;

const keyOf = (film: string): string => `film:${film}`;

/** A place worth coming back to; null near the beginning and near the end. */
export const worthKeeping = (second: number, seconds: number): number | null =>
  second >= MARGIN_S && second <= seconds - MARGIN_S ? Math.floor(second) : null;

/** Where this browser left the film; null where it does not know. */
export const placeIn = (film: string, seconds: number): number | null =>
  worthKeeping(Number(kept(keyOf(film)) ?? ""), seconds);

export function keepPlace(film: string, second: number, seconds: number): void {
  const place = worthKeeping(second, seconds);
  keep(keyOf(film), place === null ? null : String(place));
}

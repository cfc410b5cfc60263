/** Closer to an end of the film than this, a place is not worth coming back to. */
const MARGIN_S = 10;

const keyOf = (film: string): string => `film:${film}`;

/** A place worth coming back to; null near the beginning and near the end. */
export const worthKeeping = (second: number, seconds: number): number | null =>
  second >= MARGIN_S && second <= seconds - MARGIN_S ? Math.floor(second) : null;

/** Where this browser left the film; null where it keeps nothing, or may not. */
export function placeIn(film: string, seconds: number): number | null {
  try {
    return worthKeeping(Number(localStorage.getItem(keyOf(film)) ?? ""), seconds);
  } catch {
    return null;
  }
}

export function keepPlace(film: string, second: number, seconds: number): void {
  const place = worthKeeping(second, seconds);
  try {
    if (place === null) localStorage.removeItem(keyOf(film));
    else localStorage.setItem(keyOf(film), String(place));
  } catch {
    // A browser that stores nothing begins at the beginning.
  }
}

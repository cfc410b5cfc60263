/** So many of so many. */
export type Share = { readonly count: number; readonly of: number };

/** Whole percent, rounded down, so that 100 is all of them; null where there is nothing to divide by. */
export const percentOf = ({ count, of }: Share): number | null => (of === 0 ? null : Math.floor((100 * count) / of));

/** Of a normal distribution, two-sided: 95 of a hundred intervals hold the true share, and 999 of a thousand. */
export const Z_95 = 1.96;
export const Z_999 = 3.291;

/**
 * Wilson's score interval: between which shares the true one lies, given what was seen. It is sound for few people and for
 * shares near 0 and 1, where the usual one is not. Nothing seen says nothing: from 0 to 1.
 */
export function intervalOf({ count, of }: Share, z: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const [centre, scale] = [share + (z * z) / (2 * of), 1 + (z * z) / of];
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

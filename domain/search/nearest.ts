/** How far a word may be from another that is suggested in its place, as a part of its length. */
const FURTHEST = 0.34;

/** The words that are the fewest letters away, the more usual first; none that has little in common with it. */
export function nearestWords(word: string, usual: ReadonlyMap<string, number>, most: number): readonly string[] {
  const limit = Math.floor(word.length * FURTHEST);
  return [...usual]
    .filter(([candidate]) => Math.abs(candidate.length - word.length) <= limit)
    .map(([candidate, count]) => ({ candidate, count, distance: distanceBetween(word, candidate) }))
    .filter(({ distance }) => distance > 0 && distance <= limit)
    .sort((one, other) => one.distance - other.distance || other.count - one.count)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** How many letters must be put in, taken out or changed. */
export function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (one[line - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The word that is spelt most like this one; null where none is close enough to be a slip or a new name for the same. */
export function nearest(word: string, words: Iterable<string>): string | null {
  let found: { readonly word: string; readonly edits: number } | null = null;
  for (const candidate of words) {
    const edits = editsBetween(word, candidate);
    if (isClose(word, candidate, edits) && edits < (found?.edits ?? Number.POSITIVE_INFINITY))
      found = { word: candidate, edits };
  }
  return found?.word ?? null;
}

const isClose = (one: string, other: string, edits: number): boolean =>
  edits <= Math.max(one.length, other.length) / 3 || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);

/** How many letters have to be added, taken away or replaced (Levenshtein). */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

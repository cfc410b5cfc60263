import "server-only";
import { nearestWords } from "#domain/search/nearest";
import type { Reader } from "#domain/search/reader";
import { saysNothing } from "#domain/search/stop-words";
import { folded, wordsIn } from "#domain/search/word";
import { type Entry, isFor } from "./entry.ts";

/** Words of the lessons as they are written, each with where it stands, by what is left of it without accents and capitals. */
export type UsualWords = ReadonlyMap<string, { readonly written: string; readonly places: readonly Entry[] }>;

const SHORTEST = 4;
const FEW = 3;

export function usualWords(entries: readonly Entry[]): UsualWords {
  const words = new Map<string, { written: string; places: Entry[] }>();
  for (const entry of entries.filter(({ cause }) => cause === null)) {
    for (const { text: word } of wordsIn([entry.heading, entry.names, entry.text].join("\n"))) {
      const plain = folded(word);
      if (plain.length < SHORTEST || /\d/.test(plain) || saysNothing(word)) continue;
      const known = words.get(plain) ?? { written: word.toLowerCase(), places: [] };
      known.places.push(entry);
      words.set(plain, known);
    }
  }
  return words;
}

/** Words that look like one that nothing has, of what somebody may find. */
export function nearestIn(words: UsualWords, asked: readonly string[], reader: Reader): readonly string[] {
  const seen = [...words].map(
    ([plain, { places }]) => [plain, places.filter((place) => isFor(place, reader)).length] as const,
  );
  const usual = new Map(seen.filter(([, count]) => count > 0));
  const near = asked.flatMap((word) => nearestWords(folded(word), usual, FEW));
  return [...new Set(near)].slice(0, FEW).map((plain) => words.get(plain)?.written ?? plain);
}

import "server-only";
import type { Query, SearchResult } from "minisearch";
import { nearestWords } from "#domain/search/nearest";
import type { Reader } from "#domain/search/reader";
import { tellingWords } from "#domain/search/stop-words";
import { termsOf } from "#domain/search/terms";
import { folded } from "#domain/search/word";
import { type Entry, isFor } from "./entry.ts";
import type { SearchIndex } from "./search-index.ts";

/** An entry with the terms of it that the question has met. */
export type Hit = { readonly entry: Entry; readonly terms: ReadonlySet<string> };
export type Hits = { readonly hits: readonly Hit[]; readonly hasAllWords: boolean };

const BOOST = { heading: 4, names: 2, trail: 0.5, text: 1 };
/** What is said in passing counts less than what is written for whoever has the question. */
const WEIGHTS: Readonly<Record<Entry["kind"], number>> = {
  lesson: 1.1,
  section: 1,
  step: 1.1,
  cause: 0.8,
  film: 0.5,
  tag: 0.4,
};
const PREFIX_WEIGHT = 0.5;
const FUZZY_WEIGHT = 0.3;
/** Shorter words are too much like others. */
const SHORTEST_FUZZY = 5;
const SHORTEST_PREFIX = 2;
const LONG_WORD = 9;

/** So many places with all the words are enough. */
const ENOUGH = 3;

/** Best first: places that have every word of the question; where those are few, also what has some of them. */
export function hitsFor(index: SearchIndex, question: string, reader: Reader): Hits {
  const words = tellingWords(question).map((word, place, { length }) => queryOf(word, index, place === length - 1));
  const all = found(index, { combineWith: "AND", queries: words }, reader);
  if (all.length >= ENOUGH || words.length < 2) return { hits: all, hasAllWords: true };
  const known = new Set(all.map(({ entry }) => entry));
  const some = found(index, { combineWith: "OR", queries: words }, reader).filter(({ entry }) => !known.has(entry));
  return { hits: [...all, ...some], hasAllWords: all.length > 0 };
}

function found({ terms, entries }: SearchIndex, query: Query, reader: Reader): readonly Hit[] {
  const entryOf = (id: number) => entries[id] as Entry;
  const results = terms.search(query, {
    boost: BOOST,
    tokenize: (term) => [term],
    processTerm: (term) => term,
    filter: ({ id }: SearchResult) => isFor(entryOf(id), reader),
    boostDocument: (id: number) => WEIGHTS[entryOf(id).kind],
  });
  return results.map(({ id, terms: met }) => ({ entry: entryOf(id), terms: new Set(met) }));
}

/**
 * A word in any of its forms; the last one may have only been begun. One that the course does not know counts as the word
 * that it nearly is.
 */
function queryOf(word: string, index: SearchIndex, isLast: boolean): Query {
  const forms = termsOf(word);
  const usual: Query = {
    combineWith: "OR",
    queries: [...forms.map(exactly), ...(isLast ? beginning(word, forms) : [])],
  };
  if (index.terms.search(usual, { tokenize: (term) => [term], processTerm: (term) => term }).length > 0) return usual;
  return { combineWith: "OR", queries: forms.filter(mayBeMistyped).map(nearly) };
}

const exactly = (term: string): Query => ({ queries: [term] });

const beginning = (word: string, forms: readonly string[]): readonly Query[] =>
  folded(word).length < SHORTEST_PREFIX || /^\d+$/.test(word)
    ? []
    : forms.map((term) => ({ queries: [term], prefix: true, weights: { prefix: PREFIX_WEIGHT, fuzzy: FUZZY_WEIGHT } }));

const mayBeMistyped = (term: string): boolean => term.length >= SHORTEST_FUZZY && !/\d/.test(term);

const nearly = (term: string): Query => ({
  queries: [term],
  fuzzy: term.length >= LONG_WORD ? 2 : 1,
  weights: { prefix: PREFIX_WEIGHT, fuzzy: FUZZY_WEIGHT },
});

const FEW = 3;

/** Words of the course that look like those of a question that nothing has. */
export function nearestIn({ words }: SearchIndex, question: string): readonly string[] {
  const usual = new Map([...words].map(([plain, { count }]) => [plain, count]));
  const near = tellingWords(question).flatMap((word) => nearestWords(folded(word), usual, FEW));
  return [...new Set(near)].slice(0, FEW).map((plain) => words.get(plain)?.written ?? plain);
}

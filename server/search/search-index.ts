import "server-only";
import MiniSearch from "minisearch";
import type { CauseId } from "#domain/cause/cause";
import type { Locale } from "#domain/course/course";
import { tagsOf } from "#domain/course/tag";
import { saysNothing } from "#domain/search/stop-words";
import { termsOf } from "#domain/search/terms";
import { folded, wordsIn } from "#domain/search/word";
import { causeEntry } from "./cause-entries.ts";
import type { Entry } from "./entry.ts";
import { filmEntries } from "./film-entries.ts";
import { lessonEntries } from "./lesson-entries.ts";
import type { Material } from "./material.ts";
import { tagEntry } from "./tag-entry.ts";

/** Words of the course as they are written, by what is left of them without accents and capitals. */
export type UsualWords = ReadonlyMap<string, { readonly written: string; readonly count: number }>;

export type SearchIndex = {
  readonly locale: Locale;
  readonly entries: readonly Entry[];
  readonly terms: MiniSearch<Document>;
  /** The terms of every word of the course. */
  readonly termsOf: (word: string) => readonly string[];
  readonly words: UsualWords;
  /** The lesson and the heading to which the page of a cause leads. */
  readonly helpOf: ReadonlyMap<CauseId, Help>;
};

type Help = { readonly lesson: string; readonly anchor: string | null };

type Document = Pick<Entry, "heading" | "names" | "trail" | "text"> & { readonly id: number };

export const FIELDS = ["heading", "names", "trail", "text"] as const;

export function indexOf(material: Material, locale: Locale): SearchIndex {
  const entries = entriesOf(material, locale);
  const termsOnce = remembering(termsOf);
  const terms = new MiniSearch<Document>({
    fields: [...FIELDS],
    tokenize: (text) => wordsIn(text).map(({ text: word }) => word),
    processTerm: (word) => [...termsOnce(word)],
  });
  terms.addAll(entries.map(({ heading, names, trail, text }, id) => ({ id, heading, names, trail, text })));
  return { locale, entries, terms, termsOf: termsOnce, words: usualWords(entries), helpOf: helpIn(material) };
}

function entriesOf({ lessons, causes, films }: Material, locale: Locale): readonly Entry[] {
  const tags = tagsOf(
    lessons.map(({ file }) => file.lesson),
    locale,
  );
  return [
    ...lessons.flatMap(lessonEntries),
    ...causes.map(causeEntry),
    ...films.flatMap(({ module, video, transcript }) => filmEntries(module, video, transcript)),
    ...tags.map((tag) => tagEntry(tag, locale)),
  ];
}

/** For words of the course, which are as many as they are: a question has words that nobody can foresee. */
function remembering(of: (word: string) => readonly string[]) {
  const known = new Map<string, readonly string[]>();
  return (word: string): readonly string[] => {
    const present = known.get(word) ?? of(word);
    known.set(word, present);
    return present;
  };
}

const helpIn = ({ causes }: Material): ReadonlyMap<CauseId, Help> =>
  new Map(
    causes.flatMap(({ cause, front: { lesson, anchor } }) => (lesson === null ? [] : [[cause, { lesson, anchor }]])),
  );

const SHORTEST_SUGGESTED = 4;

function usualWords(entries: readonly Entry[]): UsualWords {
  const words = new Map<string, { written: string; count: number }>();
  const texts = entries
    .filter(({ cause }) => cause === null)
    .flatMap(({ heading, names, text }) => [heading, names, text]);
  for (const { text: word } of texts.flatMap(wordsIn)) {
    const plain = folded(word);
    if (plain.length < SHORTEST_SUGGESTED || /\d/.test(plain) || saysNothing(word)) continue;
    const known = words.get(plain);
    words.set(plain, { written: known?.written ?? word.toLowerCase(), count: (known?.count ?? 0) + 1 });
  }
  return words;
}

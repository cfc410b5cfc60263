import "server-only";
import type { Locale } from "#domain/course/course";
import type { Finding, Found } from "#domain/search/finding";
import { foundIn, marked, passageOf } from "#domain/search/passage";
import { questionIn } from "#domain/search/question";
import type { Reader } from "#domain/search/reader";
import { tellingWords } from "#domain/search/stop-words";
import { termsOf } from "#domain/search/terms";
import { type Hit, hitsFor, nearestIn } from "./ask.ts";
import { type Entry, hrefOf } from "./entry.ts";
import { answersTo } from "./message.ts";
import { recentIndex } from "./recent-index.ts";
import type { SearchIndex } from "./search-index.ts";

/** What is found for a question, the best first and `most` at most. Nothing of the question is kept. */
export async function lookUp(
  directory: string,
  locale: Locale,
  asked: string,
  reader: Reader,
  most: number,
): Promise<Found> {
  const question = questionIn(asked);
  const index = await recentIndex(directory, locale);
  const { hits, hasAllWords } = hitsFor(index, question, reader);
  const answers = answersTo(index, question, reader);
  const terms = new Set(tellingWords(question).flatMap(termsOf));
  const first = answers.map((entry): Hit => ({ entry, terms }));
  const rest = hits.filter(({ entry }) => !answers.includes(entry));
  const findings = [...first, ...rest].slice(0, most).map((hit) => findingOf(hit, index, reader));
  return {
    findings,
    match: first.length > 0 ? "message" : hasAllWords ? "all" : "some",
    nearest: findings.length === 0 ? nearestIn(index, question) : [],
  };
}

function findingOf({ entry, terms }: Hit, index: SearchIndex, reader: Reader): Finding {
  const isFound = (word: string) => index.termsOf(word).some((term) => terms.has(term));
  const { kind, heading, trail, locale } = entry;
  const { at, text } = saidAt(entry, isFound);
  return {
    kind,
    href: hrefOf(entry, reader, at),
    heading: marked(heading, isFound),
    trail,
    passage: passageOf(text, isFound),
    at,
    locale,
  };
}

/** In a film the sentence that has the most of the words; the text where it is none. */
function saidAt({ said, at, text }: Entry, isFound: (word: string) => boolean) {
  const counted = said.map((sentence) => ({ ...sentence, count: foundIn(sentence.text, isFound) }));
  return counted.toSorted((one, other) => other.count - one.count)[0] ?? { at, text };
}

import { cutPlaceOf } from "./cut.ts";
import { fold } from "./fold.ts";
import type { Reading } from "./reading.ts";
import { mayHave, runsOf } from "./runs.ts";

/**
 * Words to be recognised: a phrase, compared letter by letter without spaces, signs and capitals, in which `…` is a gap of
 * up to sixty letters; or, where figures count, an expression over the text.
 */
export type Words = string | RegExp;

/** A stretch of the text. */
export type Place = { readonly start: number; readonly end: number };

const LONGEST_GAP = 60;
const MOST_STARTS = 40;

type Phrase = { readonly parts: readonly string[]; readonly runs: readonly number[] };

const PHRASES = new Map<string, Phrase>();

function phraseOf(words: string): Phrase {
  const known = PHRASES.get(words);
  if (known) return known;
  const parts = words.split("…").map((part) => fold(part).letters);
  const phrase = { parts, runs: parts.flatMap(runsOf) };
  PHRASES.set(words, phrase);
  return phrase;
}

/** Where the words stand last, or null. */
export function lastPlaceOf(words: Words, reading: Reading): Place | null {
  return typeof words === "string" ? lastPhrase(phraseOf(words), reading) : lastMatch(words, reading.text);
}

function lastPhrase({ parts, runs }: Phrase, reading: Reading): Place | null {
  const { letters } = reading;
  if (!mayHave(reading.runs, runs)) return cutPhrase(parts, reading);
  const [first = "", ...others] = parts;
  let start = letters.includes(first) ? letters.lastIndexOf(first) : -1;
  for (let tries = 0; start !== -1 && tries < MOST_STARTS; tries += 1) {
    const end = endOf(others, letters, start + first.length);
    if (end !== null) return inText({ start, end }, reading);
    start = start === 0 ? -1 : letters.lastIndexOf(first, start - 1);
  }
  return null;
}

function cutPhrase([only = "", ...others]: readonly string[], reading: Reading): Place | null {
  const place = others.length === 0 ? cutPlaceOf(only, reading.letters) : null;
  return place && inText(place, reading);
}

/** Where the last of the parts ends, if each follows within the gap. */
function endOf(parts: readonly string[], letters: string, from: number): number | null {
  let end = from;
  for (const part of parts) {
    const at = letters.slice(end, end + LONGEST_GAP + part.length).indexOf(part);
    if (at === -1) return null;
    end += at + part.length;
  }
  return end;
}

const inText = ({ start, end }: Place, { places }: Reading): Place => ({
  start: places[start] ?? 0,
  end: (places[end - 1] ?? 0) + 1,
});

function lastMatch(words: RegExp, text: string): Place | null {
  let found: Place | null = null;
  for (const { index, 0: match } of text.matchAll(everywhere(words)))
    found = { start: index, end: index + match.length };
  return found;
}

const EVERYWHERE = new Map<RegExp, RegExp>();

function everywhere(words: RegExp): RegExp {
  const known = EVERYWHERE.get(words) ?? new RegExp(words.source, `${words.flags}g`);
  EVERYWHERE.set(words, known);
  return known;
}

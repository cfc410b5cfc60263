import type { Place } from "./words.ts";

const SHORTEST = 24;
const LEAST = 0.75;
const CLUE = 4;

/** Where a phrase stands that lacks some letters because the text begins or ends within it, as one selected by hand does. */
export function cutPlaceOf(phrase: string, letters: string): Place | null {
  const least = Math.ceil(phrase.length * LEAST);
  if (phrase.length < SHORTEST || letters.length < least) return null;
  if (letters.length <= phrase.length) return phrase.includes(letters) ? { start: 0, end: letters.length } : null;
  return cutAtEnd(phrase, letters, least) ?? cutAtStart(phrase, letters, least);
}

function cutAtEnd(phrase: string, letters: string, least: number): Place | null {
  const length = phrase.lastIndexOf(letters.slice(-CLUE)) + CLUE;
  if (length < least || !letters.endsWith(phrase.slice(0, length))) return null;
  return { start: letters.length - length, end: letters.length };
}

function cutAtStart(phrase: string, letters: string, least: number): Place | null {
  const lacks = phrase.indexOf(letters.slice(0, CLUE));
  if (lacks === -1 || phrase.length - lacks < least || !letters.startsWith(phrase.slice(lacks))) return null;
  return { start: 0, end: phrase.length - lacks };
}

/** A word of a text and where it stands there. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** Letters with the accents that may be written apart from them, and figures; every sign parts two words. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }));

/** Without capitals and accents. `ł` is a letter of its own, not an `l` with an accent that could be taken away. */
export const folded = (word: string): string =>
  word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ł", "l");

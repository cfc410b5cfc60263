import { withoutSecrets } from "../paste/without-secrets.ts";
import { folded, wordsIn } from "./word.ts";

/** In characters: room for a message with its details, and for an address that every server takes. */
export const LONGEST_QUESTION = 1_000;
/** Fewer words are looked for, and not read as somebody's message. */
const SHORTEST_MESSAGE_WORDS = 3;
/** A number by itself, or with no more than the word that says what it is. */
const ERROR_NUMBER = /^(?:(?:blad|error|kod|code|numer|status|http) )*([45]\d\d)(?: (?:error|blad))?$/;

/** What somebody asks, in one line and without what looks like a secret: a question may be a whole message with a key in it. */
export const questionIn = (typed: string): string =>
  withoutSecrets(typed).replace(/\s+/g, " ").trim().slice(0, LONGEST_QUESTION);

/** The part of a question that may be what a program has said; null where nothing of it may. */
export function messageIn(question: string): string | null {
  const words = wordsIn(question).map(({ text }) => folded(text));
  const number = ERROR_NUMBER.exec(words.join(" "))?.[1];
  return number ?? (words.length >= SHORTEST_MESSAGE_WORDS ? question : null);
}

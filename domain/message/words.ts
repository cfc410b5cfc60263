import type { Outcome } from "../outcome.ts";
import { done, refused } from "../outcome.ts";

/** What is written, in Polish and, for those who read English, in English. */
export type Words = {
  readonly subject: string;
  readonly body: string;
  readonly subjectEn: string;
  readonly bodyEn: string;
};

export const LONGEST_SUBJECT = 200;
export const LONGEST_BODY = 8_000;

export type WordsRefusal = "empty" | "too_long" | "half_english";

/** English may be left out as a whole, and then everybody gets the Polish words. */
export function checkedWords(words: Words): Outcome<Words, WordsRefusal> {
  const { subject, body, subjectEn, bodyEn } = mapped(words, (text) => text.replaceAll("\r\n", "\n").trim());
  if (subject === "" || body === "") return refused("empty");
  if ((subjectEn === "") !== (bodyEn === "")) return refused("half_english");
  const isTooLong = [subject, subjectEn].some(isOver(LONGEST_SUBJECT)) || [body, bodyEn].some(isOver(LONGEST_BODY));
  return isTooLong ? refused("too_long") : done({ subject, body, subjectEn, bodyEn });
}

const isOver = (most: number) => (text: string) => text.length > most;

const mapped = ({ subject, body, subjectEn, bodyEn }: Words, change: (text: string) => string): Words => ({
  subject: change(subject).replaceAll(/\s+/g, " "),
  body: change(body),
  subjectEn: change(subjectEn).replaceAll(/\s+/g, " "),
  bodyEn: change(bodyEn),
});

/** The words for one reader. */
export function wordsFor(
  locale: string,
  {
    subject,
    body,
    subjectEn,
    bodyEn,
  }: { subject: string; body: string; subjectEn: string | null; bodyEn: string | null },
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  const isEnglish = locale === "en" && Boolean(subjectEn && bodyEn);
  const text = isEnglish ? (bodyEn ?? "") : body;
  return { subject: isEnglish ? (subjectEn ?? "") : subject, paragraphs: text.split(/\n{2,}/) };
}

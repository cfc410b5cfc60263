import type { Reading } from "./reading.ts";
import type { Place } from "./words.ts";

/** How tools write an HTTP status down. */
const NOTATIONS: readonly RegExp[] = [
  /[[(]([45]\d\d)[\])]/g,
  /\b(?:status(?:[ _]?code)?|http(?:[ _]?code|s?\/\d(?:\.\d)?|[ _]?status)?|error(?:[ _]code)?|code|failed|open ?ai|kod|błąd|fehler|erreur|api error)["']?[ :=]{1,4}["'(]{0,2}([45]\d\d)\b/gi,
  /\b([45]\d\d)\b[ :(-]{1,3}(?:status code|unauthori[sz]ed|forbidden|invalid authentication|not found|too many|bad request|invalid url|bad gateway|client error|server error|internal|service unavailable|gateway|\{|")/gi,
  /^\W{0,4}([45]\d\d)\b/g,
];

export type StatusFound = { readonly status: number; readonly place: Place };

/** The HTTP status that the text names last. */
export function statusIn({ text }: Reading): StatusFound | null {
  const found = NOTATIONS.flatMap((notation) => [...text.matchAll(notation)]);
  const last = found.reduce<RegExpExecArray | null>(
    (late, match) => (late && late.index > match.index ? late : match),
    null,
  );
  return last && { status: Number(last[1]), place: { start: last.index, end: last.index + last[0].length } };
}

const SAID = /["']?(?:message|msg|detail|error_description|reason)["']?: ?["']([^"'\n]{12,400})/gi;

/** Somebody has said something with a blank in it that is more than the name of a status. */
export function saysMore({ text }: Reading): boolean {
  return [...text.matchAll(SAID)].some(({ 1: words = "" }) => /\w \w/.test(words) && !EMPTY.test(words));
}

const EMPTY =
  /^(?:error:? ?)?(?:request failed|[45]\d\d|http|status|unauthori[sz]ed|forbidden|not found|too many requests|bad request|invalid url|bad gateway|internal server|service unavailable|the (?:service|resource)|authorization failed|your request is invalid|gateway)/i;

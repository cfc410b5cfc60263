import { type Echo, echoesIn } from "./echo.ts";
import { fold } from "./fold.ts";
import { plainText } from "./plain-text.ts";
import type { Refusal } from "./reply.ts";
import { type Runs, runsIn } from "./runs.ts";
import { unwrapped } from "./unwrapped.ts";

/** A text, prepared once for all rules. Places are indexes of `text`. */
export type Reading = {
  readonly text: string;
  /** The letters of `text` alone; `places` says where each stood. */
  readonly letters: string;
  readonly places: Uint32Array;
  readonly runs: Runs;
  /** Words with an underscore, such as `invalid_api_key`, with the place where each stands last. */
  readonly codes: ReadonlyMap<string, number>;
  readonly echoes: readonly { readonly kind: Echo; readonly place: number }[];
  /** Where each entry of a log begins; a text that is no log is one entry. */
  readonly entries: readonly number[];
  readonly namesOpenAi: boolean;
  /** It reports something of OpenAI, and does not only ask. */
  readonly retells: boolean;
};

const CODE = /(?<![a-z0-9])[a-z0-9]{1,40}(?:_[a-z0-9]{1,40})+/gi;
const MOST_ECHOES = 50;
const ENTRY =
  /(?:^|\n)(?=[^\n"']{0,30}((?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d[-/.]\d{4})[T ,]{1,2}\d\d:\d\d(?::\d\d)?)|\{"[^\n]{0,40}?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d))/g;
/** What a log puts in front of each line, also of those into which it has broken a sentence. */
const MARGIN = /^(?:[\w./-]{1,40} {0,20}\| )?(?:[[(]?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,\d]{0,10}Z?[\])]?)?(?= )/gm;
const OPENAI = /open ?a[il1]|chat ?gpt|\bgpt[- ]\d|\bgpt-|\bdall|\bsk-(?:proj|svcac)|\bsora-|whisper/i;

const QUESTION =
  /\?[\s|│┃]*$|^[\s>|│┃]*(?:jak|skąd|czy|ile|gdzie|kiedy|dlaczego|czemu|po co|how|why|where|what|can|should|is it|do i)\b/i;
const QUOTES_ERROR = /\b[45]\d\d\b|error|exception|błąd|blad\b|błęd|fail|invalid|["“„:]/i;

export function readingOf(pasted: string): Reading {
  const text = unwrapped(plainText(pasted));
  const namesOpenAi = OPENAI.test(text);
  const codes = [...text.matchAll(CODE)].map(({ 0: code, index }) => [code.toLowerCase(), index] as const);
  return { ...lettersOf(text), codes: new Map(codes), namesOpenAi, retells: namesOpenAi && !asks(text) };
}

/** A question names what an error would name; one that quotes an error shows a status, a code or the word itself. */
const asks = (text: string): boolean => QUESTION.test(text) && !QUOTES_ERROR.test(text);

/** A reply says itself what is its code; who speaks is known. */
export function readingOfReply({ message, code, type }: Refusal): Reading {
  const codes = [code, type].flatMap((word) => (word === null ? [] : [[word.toLowerCase(), 0] as const]));
  return { ...lettersOf(plainText(message)), codes: new Map(codes), namesOpenAi: true, retells: true };
}

function lettersOf(text: string) {
  const { letters, places } = fold(text.replace(MARGIN, (margin) => " ".repeat(margin.length)));
  const echoes = echoesIn(text, MOST_ECHOES).map(({ kind, start }) => ({ kind, place: start }));
  return { text, letters, places, runs: runsIn(letters), echoes, entries: entriesOf(text) };
}

/** Lines of one second are one entry, since some logs stamp each line of an error. */
function entriesOf(text: string): readonly number[] {
  const stamps = [...text.matchAll(ENTRY)].map(({ index, 1: first, 2: second }) => ({ index, at: first ?? second }));
  const begun = stamps.filter(({ index, at }, number) => index > 0 && stamps[number - 1]?.at !== at);
  return [0, ...begun.map(({ index }) => index)];
}

/** The number of the log entry in which a place lies. */
export function entryOf({ entries }: Reading, place: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((entries[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

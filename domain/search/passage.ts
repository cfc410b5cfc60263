import { wordsIn } from "./word.ts";

/** A stretch of a text; one that was looked for is marked. */
export type Piece = { readonly text: string; readonly isFound: boolean };

export const LONGEST_PASSAGE = 180;
/** So much of what stands before the first word that was found is shown with it. */
const LEAD = 60;
const CUT = "…";

type Span = { readonly start: number; readonly end: number; readonly word: string };

/** The whole text with the words marked that were found. */
export function marked(text: string, isFound: (word: string) => boolean): readonly Piece[] {
  return piecesOf(text, { start: 0, end: text.length }, spansIn(text, isFound));
}

/** The part of a text that has the most of the words, the first of such; the beginning where it has none. */
export function passageOf(text: string, isFound: (word: string) => boolean): readonly Piece[] {
  const line = text.replace(/\s+/g, " ").trim();
  const spans = spansIn(line, isFound);
  const start = spans.length === 0 ? 0 : beginningBefore(line, bestStart(spans));
  const end = endWithin(line, start);
  const pieces = piecesOf(line, { start, end }, spans);
  return [...(start > 0 ? [quiet(`${CUT} `)] : []), ...pieces, ...(end < line.length ? [quiet(` ${CUT}`)] : [])];
}

/** How many of the words stand in a text, each counted once. */
export const foundIn = (text: string, isFound: (word: string) => boolean): number =>
  new Set(spansIn(text, isFound).map(({ word }) => word)).size;

const quiet = (text: string): Piece => ({ text, isFound: false });

const spansIn = (text: string, isFound: (word: string) => boolean): readonly Span[] =>
  wordsIn(text)
    .filter(({ text: word }) => isFound(word))
    .map(({ text: word, start, end }) => ({ start, end, word: word.toLowerCase() }));

function bestStart(spans: readonly Span[]): number {
  let best = { start: 0, count: 0 };
  for (const [place, { start }] of spans.entries()) {
    const near = spans.slice(place).filter(({ end }) => end - start <= LONGEST_PASSAGE - LEAD);
    const count = new Set(near.map(({ word }) => word)).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

/** Where the sentence begins, or at least a word. */
function beginningBefore(line: string, start: number): number {
  const from = Math.max(0, start - LEAD);
  const before = line.slice(from, start);
  const sentence = Math.max(...[". ", "? ", "! ", ": "].map((sign) => before.lastIndexOf(sign)));
  if (sentence >= 0) return from + sentence + 2;
  return from === 0 ? 0 : from + before.indexOf(" ") + 1;
}

function endWithin(line: string, start: number): number {
  const most = start + LONGEST_PASSAGE;
  if (line.length <= most) return line.length;
  const space = line.lastIndexOf(" ", most);
  return space > start ? space : most;
}

function piecesOf(text: string, { start, end }: { start: number; end: number }, spans: readonly Span[]) {
  const pieces: Piece[] = [];
  let done = start;
  for (const span of spans) {
    if (span.start < start || span.end > end) continue;
    if (span.start > done) pieces.push(quiet(text.slice(done, span.start)));
    pieces.push({ text: text.slice(span.start, span.end), isFound: true });
    done = span.end;
  }
  if (done < end) pieces.push(quiet(text.slice(done, end)));
  return pieces;
}

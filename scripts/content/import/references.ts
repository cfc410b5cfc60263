import { linesOf } from "#server/course/lines";
import { proseOf } from "#server/course/prose";

/** An address in a page's text, from `start` to `end`, the latter not counted in. */
export type Written = {
  readonly start: number;
  readonly end: number;
  readonly target: string;
  readonly line: number;
  /** Stands in HTML, which MkDocs leaves alone: it is counted from the page's address, not from its file. */
  readonly isHtml: boolean;
};

const INLINE = /\]\([ \t]*(<[^<>\n]*>|[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)(?=[\s)])/g;
const DEFINITION = /^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]*(<[^<>\n]*>|[^\s<>]+)(?=[ \t]*(?:["'(].*)?\r?$)/gm;
const TAG = /<(?:a|img|source|video|audio|track|iframe)\s[^<>]*>/gi;
const ATTRIBUTE = /\s(?:href|src|poster)\s*=\s*("[^"<>\n]*"|'[^'<>\n]*'|[^\s"'<>]+)/gi;

/** Every address that a page's text leads to or shows, in the order of the text; none that stands in code. */
export function referencesIn(text: string): Written[] {
  const prose = proseOf(text);
  const lineOf = linesOf(text);
  const written = (start: number, raw: string, isHtml: boolean): Written => {
    const isWrapped = /^[<"']/.test(raw);
    const target = isWrapped ? raw.slice(1, -1) : raw;
    const from = start + Number(isWrapped);
    return { start: from, end: from + target.length, target, line: lineOf(start), isHtml };
  };
  const inText = [INLINE, DEFINITION].flatMap((pattern) =>
    [...prose.matchAll(pattern)].map(({ 0: all, 1: raw = "", index }) =>
      written(index + all.lastIndexOf(raw), raw, false),
    ),
  );
  const inTags = [...prose.matchAll(TAG)].flatMap(({ 0: tag, index: at }) =>
    [...tag.matchAll(ATTRIBUTE)].map(({ 0: all, 1: raw = "", index }) =>
      written(at + index + all.lastIndexOf(raw), raw, true),
    ),
  );
  return [...inText, ...inTags].sort((one, other) => one.start - other.start);
}

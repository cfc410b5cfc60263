import "server-only";
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { INDENT, indentAt, textAt } from "./indented.ts";

/**
 * Lists as both kinds of author write them. CommonMark counts an item's indentation from its own text, Python-Markdown
 * wants four spaces however deep the bullet stands. The first indented line of an item says which of the two it follows;
 * with four, what is indented by less but reaches the item's text belongs to it as well.
 */
const MARKER = /^(?:(?<bullet>[*+-])|(?<number>\d{1,9})[.)])(?:(?<space>[ \t]+)|$)/;

type Marker = {
  readonly isOrdered: boolean;
  readonly number: number;
  readonly width: number;
  readonly isEmpty: boolean;
};

function markerAt(state: StateBlock, line: number): Marker | null {
  if (indentAt(state, line) >= INDENT) return null;
  const text = textAt(state, line);
  const found = MARKER.exec(text);
  if (!found?.groups || isRule(text)) return null;
  const { number, space = "" } = found.groups;
  const isOrdered = number !== undefined;
  return {
    isOrdered,
    number: Number(number ?? 1),
    width: found[0].length - space.length,
    isEmpty: !/\S/.test(text.slice(found[0].length)),
  };
}

/** `* * *` is a line across the page. */
const isRule = (text: string): boolean => /^([*-])(?:[ \t]*\1){2,}[ \t]*$/.test(text);

function list(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = markerAt(state, startLine);
  if (!first || (state.listIndent >= 0 && isDeeperThanItsList(state, startLine))) return false;
  const interrupts = silent && state.parentType === "paragraph" && indentAt(state, startLine) >= 0;
  if (interrupts && (first.isEmpty || first.number !== 1)) return false;
  if (silent) return true;
  const [kind, tag] = first.isOrdered ? (["ordered_list", "ol"] as const) : (["bullet_list", "ul"] as const);
  const opened = state.tokens.length;
  const token = state.push(`${kind}_open`, tag, 1);
  if (first.number !== 1) token.attrSet("start", first.number);
  const { parentType } = state;
  state.parentType = "list";
  const isTight = readItems(state, startLine, endLine, first.isOrdered);
  token.map = [startLine, state.line];
  state.push(`${kind}_close`, tag, -1);
  state.parentType = parentType;
  if (isTight) hideParagraphs(state.tokens, opened, state.level + 2);
  return true;
}

/** Text of an item that is indented like code, or a bullet that belongs to an item further out. */
const isDeeperThanItsList = (state: StateBlock, line: number): boolean =>
  (state.sCount[line] ?? 0) - state.listIndent >= INDENT && (state.sCount[line] ?? 0) < state.blkIndent;

/** Whether no item holds an empty line between its blocks, nor is followed by one. */
function readItems(state: StateBlock, startLine: number, endLine: number, isOrdered: boolean): boolean {
  let isTight = true;
  let endedEmpty = false;
  let line = startLine;
  for (let marker = markerAt(state, line); marker?.isOrdered === isOrdered; marker = markerAt(state, line)) {
    if (line > startLine && state.md.block.ruler.getRules("list").some((rule) => rule(state, line, endLine, true)))
      break;
    const isItemTight = readItem(state, line, endLine, marker);
    if (!isItemTight || endedEmpty) isTight = false;
    endedEmpty = state.line - line > 1 && state.isEmpty(state.line - 1);
    line = state.line;
    if (line >= endLine || (state.sCount[line] ?? 0) < state.blkIndent) break;
  }
  return isTight;
}

function readItem(state: StateBlock, line: number, endLine: number, marker: Marker): boolean {
  const { blkIndent: base, listIndent, tight } = state;
  const shape = shapeOf(state, line, endLine, marker);
  const token = state.push("list_item_open", "li", 1);
  const restore = moveLines(state, line, endLine, shape);
  Object.assign(state, { listIndent: base, blkIndent: base + shape.indent, tight: true });
  if (marker.isEmpty && state.isEmpty(line + 1)) state.line = Math.min(line + 2, endLine);
  else state.md.block.tokenize(state, line, endLine);
  const isTight = state.tight;
  Object.assign(state, { listIndent, blkIndent: base, tight });
  restore();
  token.map = [line, state.line];
  state.push("list_item_close", "li", -1);
  return isTight;
}

/** `indent` is where the item's blocks begin, `reach` the least indentation that still belongs to it; both from the list's. */
type Shape = { readonly indent: number; readonly reach: number; readonly text: number; readonly column: number };

function shapeOf(state: StateBlock, line: number, endLine: number, { width, isEmpty }: Marker): Shape {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + width;
  const text = isEmpty ? start : state.skipSpaces(start);
  const before = indentAt(state, line) + width;
  const gap = columns(state.src.slice(start, text), (state.sCount[line] ?? 0) + width + (state.bsCount[line] ?? 0));
  const isCode = gap > INDENT;
  const own = before + (isEmpty || isCode ? 1 : gap);
  const isFour = (firstIndent(state, line, endLine) ?? 0) >= INDENT;
  const indent = isFour ? INDENT : own;
  return { indent, reach: Math.min(own, INDENT), text, column: indent + (isCode ? gap - 1 : 0) };
}

/** How wide spaces and tabs are that begin at a column. */
function columns(blank: string, from: number): number {
  let column = from;
  for (const sign of blank) column += sign === "\t" ? 4 - (column % 4) : 1;
  return column - from;
}

/** The indentation of the first line of an item's that has one. */
function firstIndent(state: StateBlock, line: number, endLine: number): number | null {
  for (let next = line + 1; next < endLine; next++) {
    if (state.isEmpty(next)) continue;
    if (indentAt(state, next) > 0) return indentAt(state, next);
    if (state.isEmpty(next - 1) || markerAt(state, next)) return null;
  }
  return null;
}

/** Puts the item's own text, and lines that are indented by less than its blocks, where its blocks begin. */
function moveLines(
  state: StateBlock,
  line: number,
  endLine: number,
  { indent, reach, text, column }: Shape,
): () => void {
  const [shift, count] = [state.tShift[line] ?? 0, state.sCount[line] ?? 0];
  state.tShift[line] = text - (state.bMarks[line] ?? 0);
  const moved = linesShortOf(state, line + 1, endLine, { indent, reach }).map(
    (next) => [next, state.sCount[next] ?? 0] as const,
  );
  for (const [next] of moved) state.sCount[next] = state.blkIndent + indent;
  state.sCount[line] = state.blkIndent + column;
  return () => {
    state.tShift[line] = shift;
    state.sCount[line] = count;
    for (const [next, was] of moved) state.sCount[next] = was;
  };
}

function linesShortOf(
  state: StateBlock,
  from: number,
  endLine: number,
  { indent, reach }: Pick<Shape, "indent" | "reach">,
): number[] {
  const lines: number[] = [];
  for (let line = from; line < endLine && indent > reach; line++) {
    if (state.isEmpty(line)) continue;
    const by = indentAt(state, line);
    if (by < reach && (state.isEmpty(line - 1) || markerAt(state, line))) break;
    if (by >= reach && by < indent) lines.push(line);
  }
  return lines;
}

function hideParagraphs(tokens: readonly Token[], from: number, level: number): void {
  for (let index = from + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.level === level && token.type.startsWith("paragraph_")) token.hidden = true;
  }
}

/** Takes the place of the parser's own lists. */
export function lists(markdown: MarkdownIt): void {
  markdown.block.ruler.at("list", list, { alt: ["paragraph", "reference", "blockquote"] });
}

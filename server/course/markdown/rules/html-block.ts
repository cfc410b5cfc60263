import "server-only";
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { endOfElement } from "./html-tags.ts";
import { INDENT, indentAt, textAt } from "./indented.ts";

/** Elements that Python-Markdown takes for blocks: what stands between their tags is HTML, however many lines are empty. */
const BLOCKS =
  "address|article|aside|blockquote|body|canvas|center|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|" +
  "group|h[1-6]|header|hgroup|iframe|legend|li|main|map|math|menu|nav|noscript|object|ol|option|output|p|pre|progress|script|" +
  "section|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|audio|svg|template";
const OPENING = new RegExp(`^<(${BLOCKS})(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>`, "i");
const CLOSING = new RegExp(`^</(?:${BLOCKS})\\s*>`, "i");
const ALONE = /^<(?:hr|br|!DOCTYPE)\b[^>]*>/i;
const MARKDOWN = /\smarkdown(?:\s*=\s*(?:"(\w*)"|'(\w*)'|(\w+)))?(?=[\s/>])/i;
/** Elements that hold text alone, so that their Markdown is read as one line. */
const TEXTUAL = /^(?:address|dd|dt|h[1-6]|legend|li|p|summary|td|th)$/i;

/** Where the HTML that begins on the line ends, as a place in the source; null when it never does. */
function endOf(state: StateBlock, line: string, start: number): number | null {
  if (COMMENT.test(line)) return endBehind(state.src, start, line.startsWith("<!--") ? "-->" : "?>");
  const alone = ALONE.exec(line) ?? CLOSING.exec(line);
  if (alone) return start + alone[0].length;
  const tag = BLOCK_BEGINS.exec(line)?.[1];
  return tag === undefined ? null : endOfElement(state, tag, start);
}

function endBehind(source: string, start: number, mark: string): number | null {
  const at = source.indexOf(mark, start);
  return at < 0 ? null : at + mark.length;
}

/** The line behind the one that holds a place of the source; null when that lies outside of the block's container. */
function lineBehind(state: StateBlock, startLine: number, endLine: number, place: number): number | null {
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < place) {
    line++;
    if (!state.isEmpty(line) && indentAt(state, line) < 0) return null;
  }
  return line < endLine ? line + 1 : null;
}

/** Without its end the block goes to the next empty line, as in CommonMark, so that one tag does not swallow the page. */
function untilEmpty(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && indentAt(state, line) >= 0) line++;
  return line;
}

function htmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = textAt(state, startLine);
  if (indentAt(state, startLine) >= INDENT || !line.startsWith("<")) return false;
  const begins = COMMENT.test(line) || ALONE.test(line) || CLOSING.test(line) || BLOCK_BEGINS.test(line);
  if (!begins || silent) return begins;
  const place = endOf(state, line, (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0));
  const closed = place === null ? null : lineBehind(state, startLine, endLine, place);
  const end = closed ?? untilEmpty(state, startLine, endLine);
  const html = state.getLines(startLine, end, state.blkIndent, true);
  const tokens = closed === null ? null : withMarkdown(state, html.trimStart(), startLine);
  if (tokens) state.tokens.push(...tokens);
  else Object.assign(state.push("html_block", "", 0), { content: html, map: [startLine, end] });
  state.line = end;
  return true;
}

/** One with text behind it on its line belongs to a paragraph. */
const COMMENT = /^<(?!!--.*?-->\s*\S)(?!\?.*?\?>\s*\S)(?:!--|\?)/;
const BLOCK_BEGINS = new RegExp(`^<(${BLOCKS})(?=[\\s/>]|$)`, "i");

/** `<div markdown>`: its tags stay HTML, and what is between them is read as Markdown. */
function withMarkdown(state: StateBlock, html: string, startLine: number): Token[] | null {
  const [opening = "", tag = ""] = OPENING.exec(html) ?? [];
  const asked = MARKDOWN.exec(opening);
  if (!asked) return null;
  const way = asked[1] ?? asked[2] ?? asked[3] ?? "1";
  if (way === "0" || way === "off") return null;
  const inner = html.slice(opening.length, html.toLowerCase().lastIndexOf(`</${tag.toLowerCase()}`));
  const first = startLine + opening.split("\n").length - 1;
  const isText = way === "span" || (way !== "block" && TEXTUAL.test(tag));
  const open = marked(state, "html_open", tag, 1, startLine);
  open.content = opening.replace(MARKDOWN, "");
  const close = marked(state, "html_close", tag, -1, startLine);
  return [open, ...(isText ? textIn(state, inner, first) : blocksIn(state, inner, first)), close];
}

function marked(state: StateBlock, type: string, tag: string, nesting: 1 | 0 | -1, line: number): Token {
  const token = new state.Token(type, tag, nesting);
  return Object.assign(token, { block: true, map: [line, line + 1] });
}

function textIn(state: StateBlock, text: string, line: number): Token[] {
  const content = text.trim();
  return [Object.assign(marked(state, "inline", "", 0, line), { content, children: [] })];
}

function blocksIn(state: StateBlock, text: string, line: number): Token[] {
  const tokens: Token[] = [];
  state.md.block.parse(text, state.md, state.env, tokens);
  for (const token of tokens) if (token.map) token.map = [token.map[0] + line, token.map[1] + line];
  return tokens;
}

/** Takes the place of the parser's own HTML blocks. */
export function htmlBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.at("html_block", htmlBlock, { alt: ["paragraph", "reference", "blockquote"] });
}

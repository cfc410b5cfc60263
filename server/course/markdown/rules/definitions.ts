import "server-only";
import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { endOfIndented, INDENT, indentAt, readIndented, textAt } from "./indented.ts";

/** `:   what it means`, below its term. */
const DEFINITION = /^:(?:[ \t]{1,3}|[ \t]*$)/;

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentAt(state, startLine) >= INDENT) return false;
  const mark = DEFINITION.exec(textAt(state, startLine))?.[0];
  if (mark === undefined || silent) return mark !== undefined;
  const terms = takeTerms(state.tokens);
  const isMore = state.tokens.at(-1)?.type === "definitions_close";
  if (terms.length === 0 && !isMore) return false;
  if (isMore) state.tokens.pop();
  else state.push("definitions_open", "dl", 1);
  for (const term of terms) pushTerm(state, term);
  const end = endOfIndented(state, startLine + 1, endLine);
  state.push("definition_open", "dd", 1).map = [startLine, end];
  readBody(state, startLine, end, mark.length);
  state.push("definition_close", "dd", -1);
  state.push("definitions_close", "dl", -1);
  return true;
}

/** The paragraph in front is the terms, one a line; HTML that stands there (a comment, say) is one as well. */
function takeTerms(tokens: Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.type === "html_block") return [tokens.pop() as Token];
  if (last?.type !== "paragraph_close") return [];
  const [, inline] = tokens.splice(-3);
  return (inline?.content ?? "")
    .split("\n")
    .map((content) => Object.assign(Object.create(inline ?? null), { content }));
}

function pushTerm(state: StateBlock, { type, content, map }: Token): void {
  state.push("term_open", "dt", 1).map = map;
  const inside = type === "html_block" ? "html_block" : "inline";
  Object.assign(state.push(inside, "", 0), { content: content.trim(), map, children: [] });
  state.push("term_close", "dt", -1);
}

/** The text behind the colon stands where the lines below it do. */
function readBody(state: StateBlock, line: number, end: number, mark: number): void {
  const [shift = 0, count = 0] = [state.tShift[line], state.sCount[line]];
  state.tShift[line] = shift + mark;
  state.sCount[line] = state.blkIndent + INDENT;
  const from = state.tokens.length;
  readIndented(state, line, end, "definition");
  state.tShift[line] = shift;
  state.sCount[line] = count;
  const inside = state.tokens.slice(from);
  if (inside.length !== 3 || inside[0]?.type !== "paragraph_open") return;
  for (const token of [inside[0], inside[2]]) if (token) token.hidden = true;
}

/** Definition lists. */
export function definitions(markdown: MarkdownIt): void {
  markdown.block.ruler.before("paragraph", "definition", definition, { alt: ["paragraph", "reference"] });
}

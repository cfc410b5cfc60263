import "server-only";
import type { MarkdownIt, StateBlock } from "markdown-it";
import { INDENT, indentAt, textAt } from "./indented.ts";

/** A heading that is underlined. Python-Markdown underlines one line, never the last one of a paragraph of several. */
function setext(state: StateBlock, line: number, endLine: number): boolean {
  if (line + 1 >= endLine || indentAt(state, line) >= INDENT) return false;
  const by = indentAt(state, line + 1);
  const [, mark] = /^(=|-)\1*[ \t]*$/.exec(textAt(state, line + 1)) ?? [];
  if (!mark || by < 0 || by >= INDENT) return false;
  const tag = mark === "=" ? "h1" : "h2";
  state.push("heading_open", tag, 1).map = [line, line + 2];
  Object.assign(state.push("inline", "", 0), {
    content: textAt(state, line).trim(),
    map: [line, line + 1],
    children: [],
  });
  state.push("heading_close", tag, -1);
  state.line = line + 2;
  return true;
}

export function setextHeadings(markdown: MarkdownIt): void {
  markdown.block.ruler.at("lheading", setext);
}

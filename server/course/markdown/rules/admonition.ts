import "server-only";
import type { MarkdownIt, StateBlock } from "markdown-it";
import { endOfIndented, INDENT, indentAt, readIndented, textAt } from "./indented.ts";
import { pushTitle } from "./tabs.ts";

/** `!!! type more "title"`; everything but the type may be missing. */
const NOTE = /^!!! ?(?<types>[\w-]+(?: +[\w-]+)*)(?: +"(?<title>.*)")? *$/;
/** `??? type "title"` is folded, `???+` open; here a title is enough. */
const FOLDED = /^\?\?\?(?<open>\+)? ?(?:(?<types>[\w-]+(?: +[\w-]+)*)(?: +"(?<title>.*)")?|"(?<only>.*)") *$/;

type Opening = { readonly tag: "div" | "details"; readonly types: readonly string[]; readonly title: string | null };

function openingOf(line: string): (Opening & { readonly isOpen: boolean }) | null {
  const note = NOTE.exec(line)?.groups;
  const folded = note ? undefined : FOLDED.exec(line)?.groups;
  const found = note ?? folded;
  if (!found) return null;
  const title = found.title ?? found.only ?? null;
  const types = (found.types ?? "note").toLowerCase().split(/ +/);
  return { tag: note ? "div" : "details", types, title, isOpen: found.open !== undefined };
}

function admonition(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (indentAt(state, line) >= INDENT) return false;
  const opening = openingOf(textAt(state, line));
  if (!opening) return false;
  if (silent) return true;
  const end = endOfIndented(state, line + 1, endLine);
  const token = state.push("admonition_open", opening.tag, 1);
  token.map = [line, end];
  token.attrSet("class", [...(opening.tag === "div" ? ["admonition"] : []), ...opening.types].join(" "));
  if (opening.isOpen) token.attrSet("open", "");
  // A title that was written as "" is none; one that was left out comes with the language, see `nameAdmonitions`.
  const [name, mark] = opening.tag === "div" ? (["p", "admonition-title"] as const) : (["summary"] as const);
  if (opening.title !== null) pushTitle(state, name, opening.title, line, mark);
  readIndented(state, line + 1, end, "admonition");
  state.push("admonition_close", opening.tag, -1);
  return true;
}

/** Notes with an exclamation mark, and ones that fold. */
export function admonitions(markdown: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  markdown.block.ruler.before("fence", "admonition", admonition, { alt });
}

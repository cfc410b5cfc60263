import "server-only";
import type { MarkdownIt, StateBlock } from "markdown-it";
import { endOfIndented, INDENT, indentAt, readIndented, textAt } from "./indented.ts";

/** `=== "title"`; `===!` begins a new set, `===+` is the one that is open at first. */
const TAB = /^===(?<fresh>!)?(?<open>\+)? +(?:"(?<title>.*)"|'(?<other>.*)') *$/;

type Tab = { readonly title: string; readonly isFresh: boolean; readonly isOpen: boolean };

function tab(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const found = indentAt(state, line) < INDENT ? TAB.exec(textAt(state, line))?.groups : undefined;
  if (!found || silent) return found !== undefined;
  const { title, other = "", fresh, open } = found;
  const end = endOfIndented(state, line + 1, endLine);
  inSet(state, { title: title ?? other, isFresh: fresh !== undefined, isOpen: open !== undefined }, [line, end], () => {
    readIndented(state, line + 1, end, "tab");
  });
  return true;
}

/** A tab beside the one in front of it, or the first of a set of its own. */
export function inSet(state: StateBlock, tab: Tab, map: [number, number], readBody: () => void): void {
  if (state.tokens.at(-1)?.type === "tabs_close" && !tab.isFresh) state.tokens.pop();
  else state.push("tabs_open", "div", 1).attrSet("class", "tabbed-set");
  const panel = state.push("tab_open", "div", 1);
  panel.map = map;
  panel.attrSet("class", "tabbed-block");
  if (tab.isOpen) panel.attrSet("data-open", "");
  pushTitle(state, "p", tab.title, map[0], "tabbed-title");
  readBody();
  state.push("tab_close", "div", -1);
  state.push("tabs_close", "div", -1);
}

/** The title of a tab, a note or something that folds. */
export function pushTitle(state: StateBlock, tag: "p" | "summary", title: string, line: number, mark?: string): void {
  const token = state.push("title_open", tag, 1);
  if (mark) token.attrSet("class", mark);
  Object.assign(state.push("inline", "", 0), { content: title, map: [line, line + 1], children: [] });
  state.push("title_close", tag, -1);
}

/** Content tabs. */
export function contentTabs(markdown: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  markdown.block.ruler.before("fence", "tab", tab, { alt });
}

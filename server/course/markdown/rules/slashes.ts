import "server-only";
import type { MarkdownIt, StateBlock } from "markdown-it";
import { INDENT, indentAt, textAt } from "./indented.ts";
import { inSet, pushTitle } from "./tabs.ts";

/** `/// name | title`, up to as many slashes alone: the block syntax of newer sites. */
const OPENING = /^(?<slashes>\/{3,})[ \t]+(?<name>[a-z][\w-]*)(?:[ \t]*\|[ \t]*(?<title>.*?))?[ \t]*$/i;
/** Settings of the block, indented by four, directly below its first line. */
const SETTING = /^(?<key>[\w-]+):[ \t]*(?<value>.*)$/;
const TYPES = new Set(
  "note abstract info tip success question warning failure danger bug example quote attention caution hint new settings".split(
    " ",
  ),
);

type Block = { readonly name: string; readonly title: string; readonly settings: ReadonlyMap<string, string> };

function slashes(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentAt(state, startLine) >= INDENT) return false;
  const found = OPENING.exec(textAt(state, startLine))?.groups;
  if (!found) return false;
  const end = closingLine(state, startLine + 1, endLine, found.slashes ?? "");
  if (end === null) return false;
  if (silent) return true;
  const { settings, first } = settingsBelow(state, startLine + 1, end);
  const block = { name: (found.name ?? "").toLowerCase(), title: found.title ?? "", settings };
  push(state, block, [startLine, end + 1], first);
  state.line = end + 1;
  return true;
}

/** For each source, the marks that close nothing before a line: what was not found further up is not there below. */
const missing = new WeakMap<StateBlock, Set<string>>();

function closingLine(state: StateBlock, from: number, endLine: number, mark: string): number | null {
  const lost = missing.get(state) ?? new Set<string>();
  missing.set(state, lost);
  const key = `${mark} ${endLine}`;
  for (let line = from; line < endLine && !lost.has(key); line++) {
    const by = indentAt(state, line);
    if (by >= 0 && by < INDENT && textAt(state, line).trimEnd() === mark) return line;
  }
  lost.add(key);
  return null;
}

function settingsBelow(state: StateBlock, from: number, end: number) {
  const settings = new Map<string, string>();
  let first = from;
  for (; first < end && !state.isEmpty(first) && indentAt(state, first) >= INDENT; first++) {
    const { key, value } = SETTING.exec(textAt(state, first))?.groups ?? {};
    if (key !== undefined) settings.set(key, value ?? "");
  }
  return { settings, first };
}

function push(state: StateBlock, block: Block, map: [number, number], first: number): void {
  const isOn = (key: string) => block.settings.get(key)?.toLowerCase() === "true";
  const readBody = () => readLines(state, first, map[1] - 1);
  if (block.name !== "tab") pushPlain(state, block, map, isOn("open"), readBody);
  else inSet(state, { title: block.title, isFresh: isOn("new"), isOpen: isOn("select") }, map, readBody);
}

function pushPlain(
  state: StateBlock,
  block: Block,
  map: [number, number],
  isOpen: boolean,
  readBody: () => void,
): void {
  const { tag, classes, title } = shapeOf(block);
  const token = state.push("slashes_open", tag, 1);
  token.map = map;
  if (classes.length > 0) token.attrSet("class", classes.join(" "));
  if (isOpen) token.attrSet("open", "");
  const mark = title === "p" ? "admonition-title" : undefined;
  if (title && block.title !== "") pushTitle(state, title, block.title, map[0], mark);
  readBody();
  state.push("slashes_close", tag, -1);
}

function readLines(state: StateBlock, from: number, end: number): void {
  const { lineMax, parentType } = state;
  Object.assign(state, { lineMax: end, parentType: "slashes" });
  state.md.block.tokenize(state, from, end);
  Object.assign(state, { lineMax, parentType });
}

/** `/// warning | title`; a block that nobody knows is a plain one with its title in front. */
function shapeOf({ name, settings }: Block): { tag: string; classes: string[]; title: "p" | "summary" | null } {
  const type = settings.get("type") || (TYPES.has(name) ? name : "note");
  if (name.startsWith("details")) return { tag: "details", classes: [type], title: "summary" };
  if (name.endsWith("caption")) return { tag: "figcaption", classes: [], title: null };
  if (name === "html" || name === "define") return { tag: "div", classes: [], title: null };
  if (name === "admonition" || TYPES.has(name)) return { tag: "div", classes: ["admonition", type], title: "p" };
  return { tag: "div", classes: [], title: "p" };
}

/** Admonitions, details, tabs and captions between slashes. */
export function slashedBlocks(markdown: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  markdown.block.ruler.before("fence", "slashes", slashes, { alt });
}

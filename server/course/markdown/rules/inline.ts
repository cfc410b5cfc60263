import "server-only";
import type { MarkdownIt, StateInline } from "markdown-it";

/** `++ctrl+alt+del++`, `++"Enter"++`: keys to press together. */
const KEYS = /\+\+((?:[\w-]+|"[^"\n]+"|'[^'\n]+')(?:\+(?:[\w-]+|"[^"\n]+"|'[^'\n]+'))*)\+\+(?!\+)/y;
/** `:smile:`, `:material-account-key:`. */
const SHORTCODE = /:([a-z0-9+][a-z0-9_+-]*):/iy;

function matchAt(pattern: RegExp, { src, pos }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}

function keys(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "+" || state.src[state.pos - 1] === "+") return false;
  const found = matchAt(KEYS, state);
  if (!found) return false;
  if (!silent) state.push("keys", "span", 0).content = found[1] ?? "";
  state.pos += found[0].length;
  return true;
}

function shortcode(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== ":" || /\w/.test(state.src[state.pos - 1] ?? " ")) return false;
  const found = matchAt(SHORTCODE, state);
  if (!found || !/[a-z+]/i.test(found[1] ?? "")) return false;
  if (!silent) state.push("shortcode", "span", 0).content = found[1] ?? "";
  state.pos += found[0].length;
  return true;
}

export function inlineMarks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("emphasis", "keys", keys);
  markdown.inline.ruler.before("emphasis", "shortcode", shortcode);
}

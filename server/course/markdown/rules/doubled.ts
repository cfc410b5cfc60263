import "server-only";
import type { MarkdownIt, StateInline } from "markdown-it";

/** `==marked==` and `^^inserted^^`, in the way of the parser's own `~~deleted~~`. */
const TAGS: Readonly<Record<string, string>> = { "=": "mark", "^": "ins" };

function open(state: StateInline, silent: boolean): boolean {
  const sign = state.src[state.pos] ?? "";
  if (silent || !(sign in TAGS) || state.src[state.pos + 1] !== sign) return false;
  const { can_open, can_close, length } = state.scanDelims(state.pos, true);
  if (length !== 2) return false;
  state.push("text", "", 0).content = sign + sign;
  const token = state.tokens.length - 1;
  state.delimiters.push({ marker: sign.charCodeAt(0), length: 0, token, end: -1, open: can_open, close: can_close });
  state.pos += length;
  return true;
}

function pair(state: StateInline): void {
  for (const delimiters of [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])]) {
    for (const { marker, end, token } of delimiters) {
      const tag = TAGS[String.fromCharCode(marker)];
      const closing = delimiters[end];
      if (!tag || !closing) continue;
      turn(state, token, tag, 1);
      turn(state, closing.token, tag, -1);
    }
  }
}

function turn(state: StateInline, index: number, tag: string, nesting: 1 | -1): void {
  const token = state.tokens[index];
  if (token) Object.assign(token, { type: `${tag}_${nesting === 1 ? "open" : "close"}`, tag, nesting, content: "" });
}

export function doubledMarks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("emphasis", "doubled", open);
  markdown.inline.ruler2.before("emphasis", "doubled", pair);
}

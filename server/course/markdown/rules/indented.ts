import "server-only";
import type { StateBlock } from "markdown-it";

/** Python-Markdown's unit: what belongs to an item, a note, a tab or a definition is indented by four. */
export const INDENT = 4;

export const indentAt = (state: StateBlock, line: number): number => (state.sCount[line] ?? 0) - state.blkIndent;

/** The text of a line without its indentation. */
export const textAt = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);

/** The first line behind `from` that is neither empty nor indented by four; empty lines before it are left out. */
export function endOfIndented(state: StateBlock, from: number, endLine: number): number {
  let end = from;
  for (let line = from; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if (indentAt(state, line) < INDENT) break;
    end = line + 1;
  }
  return end;
}

/** Reads the lines from `from` up to `end` as blocks of their own, four columns further in. */
export function readIndented(state: StateBlock, from: number, end: number, parentType: string): void {
  const { lineMax, blkIndent, parentType: around } = state;
  Object.assign(state, { blkIndent: blkIndent + INDENT, lineMax: end, parentType });
  state.md.block.tokenize(state, from, end);
  Object.assign(state, { blkIndent, lineMax, parentType: around, line: end });
}

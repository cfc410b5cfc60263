import "server-only";
import type { Stretch } from "./prose.ts";

const RUN_OR_BREAK = /`+|\n[ \t]*\n/g;

type Run = { readonly start: number; readonly length: number; readonly closing: number | undefined };

/** Code within lines: from some backticks to as many again, in the same paragraph. */
export function codeSpansIn(text: string): Stretch[] {
  const spans: Stretch[] = [];
  let free = 0;
  for (const { start, length, closing } of runsIn(text)) {
    if (start < free || closing === undefined || text[start - 1] === "\\") continue;
    free = closing + length;
    spans.push({ start, end: free });
  }
  return spans;
}

/** Read from the end, so that each run knows at once where the next one of its length begins. */
function runsIn(text: string): Run[] {
  const next = new Map<number, number>();
  const runs = [...text.matchAll(RUN_OR_BREAK)].reverse().flatMap(({ 0: mark, index }): Run[] => {
    if (mark.startsWith("\n")) next.clear();
    const closing = next.get(mark.length);
    if (mark.startsWith("`")) next.set(mark.length, index);
    return mark.startsWith("`") ? [{ start: index, length: mark.length, closing }] : [];
  });
  return runs.reverse();
}

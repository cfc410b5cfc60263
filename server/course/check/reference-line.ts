import "server-only";
import { linesOf } from "../lines.ts";
import type { Reference } from "../markdown/links.ts";
import { pageText } from "../page-text.ts";

/** The line of a link or a picture; of one within HTML, which has lost its own, where its address first stands in the file. */
export async function referenceLine(directory: string, file: string, { line, target }: Reference): Promise<number> {
  if (line > 1) return line;
  const text = await pageText(directory, file);
  const at = text.ok && text.value !== null ? text.value.indexOf(target) : -1;
  return text.ok && text.value !== null && at >= 0 ? linesOf(text.value)(at) : line;
}

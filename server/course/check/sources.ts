import "server-only";
import { sourceOf } from "../front-matter.ts";
import { pageText } from "../page-text.ts";
import type { Problem } from "../problem.ts";
import { rawHtmlWarnings } from "./raw-html.ts";
import type { Written } from "./written.ts";

/** What only the text as it was written still shows. */
export async function sourceWarnings({ directory, lessons, causes, tools }: Written): Promise<Problem[]> {
  const files = [...lessons, ...causes, ...tools].map(({ file }) => file);
  return (await Promise.all(files.map((file) => warningsIn(directory, file)))).flat();
}

async function warningsIn(directory: string, file: string): Promise<Problem[]> {
  const text = await pageText(directory, file);
  const source = text.ok && text.value !== null ? sourceOf(file, text.value) : null;
  return source?.ok ? rawHtmlWarnings(file, source.value.body) : [];
}

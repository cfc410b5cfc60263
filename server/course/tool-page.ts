import "server-only";
import { join } from "node:path";
import type { Root } from "hast";
import type { DetailedTool } from "#domain/cause/details";
import type { Locale } from "#domain/course/course";
import { ToolFront } from "./forms.ts";
import { sourceOf } from "./front-matter.ts";
import { memory, stampOf } from "./memory.ts";
import { drawnPage, type Page } from "./page.ts";
import { pageText } from "./page-text.ts";
import { broken, type Read } from "./problem.ts";
import { formed } from "./yaml.ts";

/** Where a tool shows the details of an error: a few steps and a drawing. */
export type ToolPage = {
  readonly tool: DetailedTool;
  /** The language of the text: Polish where there is no English page yet. */
  readonly locale: Locale;
  readonly title: string;
  readonly body: Root;
};

export type ToolFile = {
  readonly file: string;
  readonly tool: DetailedTool;
  readonly locale: Locale;
  readonly front: ToolFront;
  readonly page: Page;
};

type Wanted = { readonly directory: string; readonly tool: DetailedTool; readonly locale: Locale };

const remember = memory<Promise<Read<ToolFile>>>();

export async function toolFile(wanted: Wanted): Promise<Read<ToolFile>> {
  const file = `tools/${wanted.tool}${wanted.locale === "en" ? ".en" : ""}.md`;
  const path = join(wanted.directory, file);
  const stamp = stampOf([path, join(wanted.directory, "tools/assets")]);
  return remember(path, stamp, () => read(file, wanted));
}

async function read(file: string, { directory, tool, locale }: Wanted): Promise<Read<ToolFile>> {
  const text = await pageText(directory, file);
  if (!text.ok) return text;
  if (text.value === null) return broken(file, 1, `the tool ${tool} has no page`, "write it");
  const source = sourceOf(file, text.value);
  if (!source.ok) return source;
  const front = formed(file, source.value.front, ToolFront);
  if (!front.ok) return front;
  const page = await drawnPage(file, source.value.body, { directory, folder: "tools", locale, steps: [], film: null });
  return page.ok ? { ok: true, value: { file, tool, locale, front: front.value, page: page.value } } : page;
}

export async function readToolPage(directory: string, locale: Locale, tool: DetailedTool): Promise<ToolPage | null> {
  const own = await toolFile({ directory, tool, locale });
  const shown = own.ok ? own : await toolFile({ directory, tool, locale: "pl" });
  if (!shown.ok) return null;
  const { front, page } = shown.value;
  return { tool, locale: shown.value.locale, title: front.title, body: page.intro };
}

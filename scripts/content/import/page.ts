import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { LessonFront } from "#server/course/forms";
import { sourceOf } from "#server/course/front-matter";
import { linesOf } from "#server/course/lines";
import { proseOf } from "#server/course/prose";
import { formed } from "#server/course/yaml";
import { referencesIn } from "./references.ts";
import { type Remark, remark } from "./remark.ts";
import { resolved, type Site } from "./resolve.ts";
import type { Line, Snippets } from "./snippets.ts";

/** A page as it will stand in the course; `shows` are the files that it needs beside it. */
export type Brought = { readonly text: string; readonly shows: readonly string[]; readonly remarks: readonly Remark[] };

type Wanted = {
  /** The folder of mkdocs.yml, and that of the pages below it. */
  readonly root: string;
  readonly docs: string;
  readonly page: string;
  /** What the navigation calls it. */
  readonly title: string | null;
  readonly site: Site;
  readonly snippets: Snippets;
};

const HEADING = /^#[ \t]+\S|^[^\s|>-][^\n]*\n=+[ \t]*$|<h1[\s>]/m;

/** Everything that no link, picture or snippet makes necessary to change stays byte for byte; null for what is no text. */
export async function broughtPage(wanted: Wanted): Promise<Brought | { readonly message: string }> {
  const { root, docs, page, site, snippets } = wanted;
  const file = posix.join(docs, page);
  const bytes = await readFile(join(root, file));
  const whole = bytes.toString("utf8");
  if (whole.includes("\0") || !Buffer.from(whole).equals(bytes)) return { message: "is not text in UTF-8" };
  const lines = await snippets.inlined(file, whole);
  const text = lines.map((line) => line.text).join("\n");
  const led = leading(text, page, lines, site);
  const remarks = [...led.remarks, ...frontFaults(file, text), ...(site.hasMacros ? macrosIn(text, lines) : [])];
  return { text: titled(led.text, wanted.title), shows: led.shows, remarks };
}

/** The text with its links and pictures led to where pages and files stand now. */
function leading(text: string, page: string, lines: readonly Line[], site: Site) {
  const remarks: Remark[] = [];
  const shows: string[] = [];
  const parts: string[] = [];
  let from = 0;
  for (const reference of referencesIn(text)) {
    const found = resolved(reference, page, site);
    if (found.kind === "lost") remarks.push(remarkAt(lines, reference.line, found.message));
    if (found.kind !== "anew" || reference.start < from) continue;
    if (found.shows !== null) shows.push(found.shows);
    parts.push(text.slice(from, reference.start), found.target);
    from = reference.end;
  }
  return { text: parts.join("") + text.slice(from), shows, remarks };
}

function remarkAt(lines: readonly Line[], line: number, message: string): Remark {
  const place = lines[line - 1];
  return remark(place?.file ?? "", place?.line ?? 1, message);
}

/** What no check of the course would let pass. */
function frontFaults(file: string, text: string): Remark[] {
  const source = sourceOf(file, text);
  const form = source.ok ? formed(file, source.value.front, LessonFront) : source;
  return form.ok ? [] : form.problems.map(({ line, message, fix }) => remark(file, line, `${message} (${fix})`));
}

function macrosIn(text: string, lines: readonly Line[]): Remark[] {
  const prose = proseOf(text);
  const lineOf = linesOf(prose);
  const found = new Set([...prose.matchAll(/\{\{|\{%/g)].map(({ index }) => lineOf(index)));
  return [...found].map((line) => remarkAt(lines, line, "a macro is not filled in: write here what it stands for"));
}

/** A page without a title of its own is called what the navigation calls it. */
function titled(text: string, title: string | null): string {
  const source = sourceOf("", text);
  if (title === null || !source.ok || HEADING.test(proseOf(source.value.body))) return text;
  const { data } = source.value.front;
  if (typeof data === "object" && data !== null && "title" in data) return text;
  const own = `title: ${JSON.stringify(title)}\n`;
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening !== undefined && source.value.body.length < text.length)
    return opening + own + text.slice(opening.length);
  return `---\n${own}---\n\n${text}`;
}

import "server-only";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Locale } from "#domain/course/course";
import { tagSlug } from "#domain/course/tag";
import { sourceOf } from "./front-matter.ts";
import { lessonFile, titleOf } from "./lesson-file.ts";
import { element, text } from "./markdown/element.ts";
import { isEnglish, moduleFolders } from "./module-folder.ts";
import { drawnPage } from "./page.ts";
import { broken, type Read } from "./problem.ts";

type Rendered = { readonly whole: Root; readonly title: string | null; readonly tags: readonly string[] };

/**
 * The HTML of one page as a text. A page of a module has that module's video; one that lies anywhere else is read as
 * if its times were within the video of the page itself.
 */
export async function renderedFile(file: string): Promise<Read<string>> {
  const path = resolve(file);
  const read = (await inModule(path)) ?? (await byItself(path));
  return read.ok ? { ok: true, value: htmlOf(read.value) } : read;
}

const localeOf = (path: string): Locale => (isEnglish(path) ? "en" : "pl");

async function inModule(path: string): Promise<Read<Rendered> | null> {
  const directory = dirname(dirname(path));
  const folder = (await moduleFolders(directory)).find(({ slug }) => slug === basename(dirname(path)));
  if (!folder || folder.problems.length > 0) return null;
  const slug = basename(path).replace(/(\.en)?\.md$/, "");
  const read = await lessonFile({ directory, folder, slug, locale: localeOf(path) });
  if (!read.ok) return read;
  const { page, lesson } = read.value;
  return {
    ok: true,
    value: { whole: page.whole, title: page.title === null ? lesson.title : null, tags: lesson.tags },
  };
}

async function byItself(path: string): Promise<Read<Rendered>> {
  const file = basename(path);
  const words = await readFile(path, "utf8").catch(() => null);
  if (words === null) return broken(file, 1, "there is no such page", "give the path of a file that ends in .md");
  const source = sourceOf(file, words);
  if (!source.ok) return source;
  const place = { directory: dirname(dirname(path)), folder: basename(dirname(path)), locale: localeOf(path) };
  const film = { seconds: Number.POSITIVE_INFINITY, page: "" };
  const page = await drawnPage(file, source.value.body, { ...place, steps: [], film });
  if (!page.ok) return page;
  const front = source.value.front.data as { readonly title?: unknown; readonly tags?: unknown };
  const own = typeof front.title === "string" ? front.title : titleOf(file);
  const title = page.value.title === null ? own : null;
  const tags = Array.isArray(front.tags) ? front.tags.map(String) : [];
  return { ok: true, value: { whole: page.value.whole, title, tags } };
}

/** With its tags in front, as Material has them, and with its title where the text has none. */
function htmlOf({ whole, title, tags }: Rendered): string {
  const links = tags.map((tag) => element("a", { className: ["md-tag"], href: `/tags/${tagSlug(tag)}` }, [text(tag)]));
  const nav = tags.length > 0 ? [element("nav", { className: ["md-tags"] }, links)] : [];
  const heading = title === null ? [] : [element("h1", {}, [text(title)])];
  return toHtml({ type: "root", children: [...nav, ...heading, ...whole.children] });
}

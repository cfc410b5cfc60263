import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LOCALES } from "#domain/course/course";
import { type FilmSource, foreignHost } from "#domain/course/film-source";
import { contentDirectory } from "../environment.ts";
import { LessonFront } from "./forms.ts";
import { sourceOf } from "./front-matter.ts";
import { memory, stampOf } from "./memory.ts";
import { type ModuleFolder, moduleFolders, videoOf } from "./module-folder.ts";

/** Hosts whose players a page may frame, and hosts whose streams it may load. */
export type FilmHosts = { readonly frames: readonly string[]; readonly streams: readonly string[] };

export const NO_HOSTS: FilmHosts = { frames: [], streams: [] };

const remember = memory<Promise<FilmSource | null>>();

/** Whose servers the film of a page comes from, in any of its languages: none for one of the portal's own. */
export async function filmHosts(module: string, lesson: string, directory = contentDirectory()): Promise<FilmHosts> {
  const folder = (await moduleFolders(directory)).find(({ slug }) => slug === module);
  if (!folder?.lessons.includes(lesson)) return NO_HOSTS;
  const pages = LOCALES.map((locale) => join(directory, module, `${lesson}${locale === "en" ? ".en" : ""}.md`));
  const sources = await Promise.all(pages.map((page) => filmOn(page, folder, join(directory, module, "module.yaml"))));
  const hostsOf = (isFrame: boolean) => [
    ...new Set(sources.flatMap((source) => (source && "id" in source === isFrame ? (foreignHost(source) ?? []) : []))),
  ];
  return { frames: hostsOf(true), streams: hostsOf(false) };
}

async function filmOn(page: string, folder: ModuleFolder, form: string): Promise<FilmSource | null> {
  return remember(page, stampOf([page, form]), async () => {
    const text = await readFile(page, "utf8").catch(() => null);
    const source = text === null ? null : sourceOf(page, text);
    const front = source?.ok ? LessonFront.safeParse(source.value.front.data) : null;
    return (front?.success && videoOf(folder, front.data)?.source) || null;
  });
}

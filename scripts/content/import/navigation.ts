import { posix } from "node:path";
import { titleOf } from "#server/course/lesson-file";
import { type Config, recordOf } from "./config.ts";
import type { SiteFiles } from "./files.ts";
import { type Remark, remark } from "./remark.ts";

/** A page of the navigation, with the title that it has there. */
export type Entry = { readonly page: string; readonly title: string | null };
/** What becomes a module: a top-level section; without a title for the pages that stand in none. */
export type Chapter = { readonly title: string | null; readonly entries: readonly Entry[] };

export type Navigation = { readonly chapters: readonly Chapter[]; readonly remarks: readonly Remark[] };

/** The order of `nav`, with the pages that it leaves out behind; without one, that of the folders. */
export function navigationOf(config: Config, files: SiteFiles): Navigation {
  const { nav } = config.settings;
  if (!Array.isArray(nav)) return { chapters: gathered(byFolder(files.pages)), remarks: [] };
  const remarks: Remark[] = [];
  const named = gathered(new Reader(config, files, remarks).chapters(nav));
  const isNamed = new Set(named.flatMap(({ entries }) => entries.map(({ page }) => page)));
  const left = files.pages.filter((page) => !isNamed.has(page));
  for (const page of left)
    remarks.push(remark(posix.join(config.docs, page), 1, "stands in no nav: it comes last in its module"));
  return { chapters: withLeft(named, left), remarks };
}

const topOf = (page: string): string | null => (page.includes("/") ? (page.split("/")[0] ?? null) : null);

const byFolder = (pages: readonly string[]): Chapter[] =>
  [...Map.groupBy(pages, topOf)].map(([top, own]) => ({
    title: top === null ? null : titleOf(top),
    entries: own.map((page) => ({ page, title: null })),
  }));

/** Pages that stand in no section are one chapter, where the first of them stands; so are sections of one title. */
function gathered(chapters: readonly Chapter[]): Chapter[] {
  return [...Map.groupBy(chapters, ({ title }) => title)].map(([title, own]) => ({
    title,
    entries: own.flatMap(({ entries }) => entries),
  }));
}

/** Each goes to the chapter that has a page of its folder. */
function withLeft(chapters: readonly Chapter[], left: readonly string[]): Chapter[] {
  const homeOf = (page: string) =>
    chapters.find(({ entries }) => entries.some((entry) => topOf(entry.page) === topOf(page)));
  const homes = Map.groupBy(left, homeOf);
  const grown = chapters.map((chapter) => ({
    title: chapter.title,
    entries: [...chapter.entries, ...(homes.get(chapter) ?? []).map((page) => ({ page, title: null }))],
  }));
  return gathered([...grown, ...byFolder(homes.get(undefined) ?? [])]);
}

/** Reads `nav`, whose entries are paths, `title: path`, or `title: [entries]`. */
class Reader {
  readonly #config: Config;
  readonly #pages: readonly string[];
  readonly #remarks: Remark[];
  readonly #taken = new Set<string>();

  constructor(config: Config, { pages }: SiteFiles, remarks: Remark[]) {
    this.#config = config;
    this.#pages = pages;
    this.#remarks = remarks;
  }

  chapters(nav: readonly unknown[]): Chapter[] {
    return nav.flatMap((item, index) =>
      pairsOf(item).map(([title, value]): Chapter => {
        const place = ["nav", index];
        if (Array.isArray(value)) return { title, entries: this.#section(value, [...place, title ?? 0]) };
        return { title: isFolder(value) ? title : null, entries: this.#entries(title, value, place) };
      }),
    );
  }

  #section(items: readonly unknown[], place: readonly PropertyKey[]): Entry[] {
    return items.flatMap((item, index) =>
      pairsOf(item).flatMap(([title, value]) => {
        const here = [...place, index];
        if (!Array.isArray(value)) return this.#entries(title, value, here);
        this.#tell(
          here,
          `the section '${title}' within a section is taken apart: its pages stand in the module one by one`,
        );
        return this.#section(value, [...here, title ?? 0]);
      }),
    );
  }

  #entries(title: string | null, value: unknown, place: readonly PropertyKey[]): Entry[] {
    if (typeof value !== "string") return this.#none(place, "an entry is no page");
    if (/^[a-z]+:|^\/\//i.test(value))
      return this.#none(place, `${value} leads to another site: a module has pages alone`);
    const path = posix.normalize(value).replace(/^\/+/, "");
    if (path.startsWith("..")) return this.#none(place, `${value} leads out of the docs folder`);
    const found = this.#pages.filter((page) => page === path || (isFolder(value) && page.startsWith(path)));
    if (found.length === 0) return this.#none(place, `there is no page ${value}`);
    const fresh = found.filter((page) => !this.#taken.has(page));
    if (fresh.length === 0) return this.#none(place, `${value} stands further up already`);
    for (const page of fresh) this.#taken.add(page);
    return fresh.map((page) => ({ page, title: isFolder(value) ? null : title }));
  }

  #none(place: readonly PropertyKey[], message: string): [] {
    this.#tell(place, message);
    return [];
  }

  #tell(place: readonly PropertyKey[], message: string): void {
    this.#remarks.push(remark(this.#config.file, this.#config.lineOf(place), message));
  }
}

const isFolder = (value: unknown): boolean => typeof value === "string" && value.endsWith("/") && !value.includes(":");

const pairsOf = (item: unknown): (readonly [string | null, unknown])[] =>
  typeof item === "string" ? [[null, item]] : Object.entries(recordOf(item));

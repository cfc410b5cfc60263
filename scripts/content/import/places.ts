import type { Locale } from "#domain/course/course";
import { moduleFolders } from "#server/course/module-folder";
import { nameOf } from "./files.ts";
import { asFile, asName, namesFor, plainName } from "./names.ts";
import type { Chapter, Entry } from "./navigation.ts";

export type Place = { readonly module: string; readonly slug: string; readonly locale: Locale };
export type NewModule = {
  readonly slug: string;
  readonly title: string;
  readonly order: number;
  readonly entries: readonly Entry[];
};

/** Where everything of the site goes. */
export type Places = {
  readonly modules: readonly NewModule[];
  readonly pages: ReadonlyMap<string, Place>;
  /** The name of each file that pages may show, in the `assets` of whichever module shows it. */
  readonly files: ReadonlyMap<string, string>;
};

type Wanted = {
  readonly chapters: readonly Chapter[];
  /** The English page of a page. */
  readonly english: ReadonlyMap<string, string>;
  readonly others: ReadonlySet<string>;
  /** The site's name, for pages that stand in no section. */
  readonly name: string;
  readonly into: string;
  /** The one module that everything goes to. */
  readonly module: string | undefined;
};

const RESERVED = ["causes", "tools"];

export async function placesOf(wanted: Wanted): Promise<Places> {
  const { english, others, into } = wanted;
  const chapters = chaptersOf(wanted);
  const slugs = wanted.module === undefined ? modulesOf(chapters, wanted.name) : [wanted.module];
  const strangers = (await moduleFolders(into)).filter(({ slug }) => !slugs.includes(slug));
  const first = 1 + Math.max(0, ...strangers.map(({ order }) => Math.floor(order)));
  const modules = chapters.map(({ title, entries }, index): NewModule => {
    return { slug: slugs[index] ?? "", title: title ?? wanted.name, order: first + index, entries };
  });
  const taken = new Set(strangers.flatMap(({ lessons }) => lessons));
  return { modules, pages: pagesOf(modules, english, taken), files: namesFor([...others], new Set(), asFile) };
}

function chaptersOf({ chapters, module, name }: Wanted): readonly Chapter[] {
  const filled = chapters.filter(({ entries }) => entries.length > 0);
  return module === undefined ? filled : [{ title: name, entries: filled.flatMap(({ entries }) => entries) }];
}

/** A module is called as the folder that all of its pages lie in, else as its section. */
function modulesOf(chapters: readonly Chapter[], name: string): string[] {
  const keys = chapters.map(({ title, entries }) => folderOf(entries) ?? title ?? name);
  const names = namesFor([...new Set(keys)], new Set(RESERVED), asName);
  const seen = new Set<string>();
  return keys.map((key, index) => {
    const own = names.get(key) ?? "";
    const slug = seen.has(own) ? `${own}-${plainName(chapters[index]?.title ?? name) || index}` : own;
    seen.add(slug);
    return slug;
  });
}

function folderOf(entries: readonly Entry[]): string | null {
  const folders = new Set(entries.map(({ page }) => (page.includes("/") ? page.split("/")[0] : null)));
  return folders.size === 1 ? ([...folders][0] ?? null) : null;
}

function pagesOf(modules: readonly NewModule[], english: ReadonlyMap<string, string>, taken: ReadonlySet<string>) {
  const all = modules.flatMap(({ entries }) => entries.map(({ page }) => page));
  const names = slugsFor(all, taken);
  const places = modules.flatMap(({ slug: module, entries }) =>
    entries.flatMap(({ page }): [string, Place][] => {
      const slug = names.get(page) ?? "";
      const other = english.get(page);
      const own: [string, Place] = [page, { module, slug, locale: "pl" }];
      return other === undefined ? [own] : [own, [other, { module, slug, locale: "en" }]];
    }),
  );
  return new Map(places);
}

/** Named after what MkDocs calls the page's address: the folder, for its index. */
const slugsFor = (pages: readonly string[], taken: ReadonlySet<string>) =>
  namesFor(pages, taken, (path) => asName(nameOf(path)));

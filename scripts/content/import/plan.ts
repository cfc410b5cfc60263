import { join, posix } from "node:path";
import { stringify } from "yaml";
import { progressOf } from "../../processes/progress.ts";
import { type Config, configOf, textOf } from "./config.ts";
import { hasMacros, unknownFeatures } from "./features.ts";
import { filesOf, type SiteFiles } from "./files.ts";
import { navigationOf } from "./navigation.ts";
import { broughtPage } from "./page.ts";
import { type NewModule, type Places, placesOf } from "./places.ts";
import type { Remark } from "./remark.ts";
import { remark } from "./remark.ts";
import type { Site } from "./resolve.ts";
import { Snippets } from "./snippets.ts";

/** One file of the course to be: its path below the course, what it was, and its text or the file that it is a copy of. */
export type Planned = {
  readonly to: string;
  readonly source: string;
  readonly text?: string;
  readonly copyOf?: string;
};

export type Plan = {
  readonly config: Config;
  readonly modules: readonly NewModule[];
  readonly files: readonly Planned[];
  readonly remarks: readonly Remark[];
};

type Wanted = { readonly root: string; readonly into: string; readonly module: string | undefined };

/** Reads the whole site and says what would stand where; writes nothing. */
export async function planOf({ root, into, module }: Wanted): Promise<Plan> {
  const config = await configOf(root);
  const found = await filesOf(root, config.docs, textOf(config.settings.exclude_docs) ?? "");
  const english = englishOf(found.pages);
  const isEnglish = new Set(english.values());
  const files: SiteFiles = { ...found, pages: found.pages.filter((page) => !isEnglish.has(page)) };
  const { chapters, remarks } = navigationOf(config, files);
  const places = await placesOf({ chapters, english, others: files.others, name: config.name, into, module });
  const pages = await pagesOf(root, config, { files, places, hasMacros: hasMacros(config) });
  const lists = places.modules.map((own) => moduleFile(own, places, config, pages.left));
  return {
    config,
    modules: places.modules,
    files: [...pages.files, ...lists],
    remarks: [...unknownFeatures(config), ...remarks, ...found.remarks, ...pages.remarks],
  };
}

/** The English page of each page that has one: `a.en.md` beside `a.md`. */
function englishOf(pages: readonly string[]): Map<string, string> {
  const there = new Set(pages);
  const pairs = pages.map((page) => [page.replace(/\.en\.md$/, ".md"), page] as const);
  return new Map(pairs.filter(([page, english]) => page !== english && there.has(page)));
}

async function pagesOf(root: string, config: Config, site: Site) {
  const snippets = new Snippets(root, config);
  const titles = new Map(site.places.modules.flatMap(({ entries }) => entries.map(({ page, title }) => [page, title])));
  const files = new Map<string, Planned>();
  const remarks: Remark[] = [];
  const left = new Set<string>();
  const bar = progressOf("Read");
  bar.start(site.places.pages.size);
  for (const [page, { module, slug, locale }] of site.places.pages) {
    const source = posix.join(config.docs, page);
    const brought = await broughtPage({
      root,
      docs: config.docs,
      page,
      title: titles.get(page) ?? null,
      site,
      snippets,
    });
    bar.add(1);
    if ("message" in brought) {
      remarks.push(remark(source, 1, brought.message));
      left.add(page);
      continue;
    }
    const to = `${module}/${slug}${locale === "en" ? ".en" : ""}.md`;
    files.set(to, { to, source, text: brought.text });
    for (const shown of brought.shows) {
      const beside = `${module}/assets/${site.places.files.get(shown)}`;
      const original = posix.join(config.docs, shown);
      files.set(beside, { to: beside, source: original, copyOf: join(root, original) });
    }
    remarks.push(...brought.remarks);
  }
  bar.end();
  return { files: [...files.values()], remarks: [...remarks, ...snippets.remarks], left };
}

/** Its title in both languages until somebody translates it. */
function moduleFile(own: NewModule, places: Places, { file }: Config, left: ReadonlySet<string>): Planned {
  const lessons = own.entries.filter(({ page }) => !left.has(page)).map(({ page }) => places.pages.get(page)?.slug);
  const text = stringify({ title: { pl: own.title, en: own.title }, order: own.order, lessons });
  return { to: `${own.slug}/module.yaml`, source: file, text };
}

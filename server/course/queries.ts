import "server-only";
import { catalogueFor } from "#domain/cause/catalogue";
import type { CauseId } from "#domain/cause/cause";
import type { DetailedTool } from "#domain/cause/details";
import type { Locale, Module } from "#domain/course/course";
import { forCohorts, isFor } from "#domain/progress/reader";
import { offeredProviders } from "../environment.ts";
import { readCatalogue, type Shelved } from "./catalogue.ts";
import { type CausePage, readCausePage } from "./cause-page.ts";
import { CONTENT } from "./folder.ts";
import { type LessonPage, readLessonPage } from "./lesson-page.ts";
import { type Prices, readPrices } from "./prices.ts";
import { type Providers, recentCourse } from "./recent-course.ts";
import { readToolPage, type ToolPage } from "./tool-page.ts";

const NO_MODULE: Module = { slug: "", title: "", order: 0, videos: [], lessons: [] };

export async function modulesOf(
  locale: Locale,
  directory = CONTENT,
  providers?: Providers,
): Promise<readonly Module[]> {
  return (await recentCourse(directory, locale, providers)).modules;
}

/** The first module. A portal without readable content has one without lessons. */
export async function moduleOf(locale: Locale, directory = CONTENT, providers?: Providers): Promise<Module> {
  return (await modulesOf(locale, directory, providers))[0] ?? NO_MODULE;
}

export function lessonPage(
  locale: Locale,
  slug: string,
  directory = CONTENT,
  providers?: Providers,
): Promise<LessonPage | null> {
  return readLessonPage(directory, locale, slug, providers);
}

/** Whoever reads the course: what matters is which cohorts they are in. */
export type Reader = { readonly cohorts: readonly string[] };

/** The module with the lessons that are for the reader. */
export async function moduleFor({ cohorts }: Reader, locale: Locale): Promise<Module> {
  return forCohorts(await moduleOf(locale), cohorts);
}

/** A lesson that is for another cohort is not there. Its module holds what the reader sees of it. */
export async function lessonPageFor({ cohorts }: Reader, locale: Locale, slug: string): Promise<LessonPage | null> {
  const page = await lessonPage(locale, slug);
  return page && isFor(page.lesson, cohorts) ? { ...page, module: forCohorts(page.module, cohorts) } : null;
}

export function causePage(
  locale: Locale,
  cause: CauseId,
  directory = CONTENT,
  providers?: Providers,
): Promise<CausePage | null> {
  return readCausePage(directory, locale, cause, providers);
}

/** Whether the catalogue has it: no such page is there for an unknown message, nor for a provider that is not offered. */
export const isCatalogued = (cause: CauseId, providers: Providers = offeredProviders()): boolean =>
  catalogueFor(providers).includes(cause);

/** The causes that a student can meet and the question finds, shelf by shelf; all of them for an empty question. */
export function catalogue(
  locale: Locale,
  question = "",
  directory = CONTENT,
  providers?: Providers,
): Promise<readonly Shelved[]> {
  return readCatalogue(directory, locale, question, providers);
}

/** Where a tool shows the details of an error. */
export function toolPage(locale: Locale, tool: DetailedTool, directory = CONTENT): Promise<ToolPage | null> {
  return readToolPage(directory, locale, tool);
}

/** The short names of causes, for lines and tables; one without a page is left out. */
export async function causeTitles(
  locale: Locale,
  causes: Iterable<CauseId | null>,
): Promise<Readonly<Partial<Record<CauseId, string>>>> {
  const wanted = [...new Set(causes)].filter((cause) => cause !== null);
  const pages = await Promise.all(wanted.map((cause) => causePage(locale, cause)));
  return Object.fromEntries(pages.flatMap((page) => (page ? [[page.cause, page.short]] : [])));
}

/** Which models the checks ask for, what that costs, and when it was looked up; null where the file cannot be read. */
export async function priceList(directory = CONTENT): Promise<Prices | null> {
  const prices = await readPrices(directory);
  return prices.ok ? prices.value : null;
}

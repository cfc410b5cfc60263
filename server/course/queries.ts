import "server-only";
import { catalogueFor } from "#domain/cause/catalogue";
import type { CauseId } from "#domain/cause/cause";
import type { DetailedTool } from "#domain/cause/details";
import { moduleSeenBy } from "#domain/course/audience";
import type { Locale, Module } from "#domain/course/course";
import { moduleAskedBy, type Said } from "#domain/course/requirement";
import type { Transaction } from "../database/client.ts";
import { contentDirectory, offeredProviders } from "../environment.ts";
import { readCatalogue, type Shelved } from "./catalogue.ts";
import { type CausePage, readCausePage } from "./cause-page.ts";
import { type LessonPage, readLessonPage } from "./lesson-page.ts";
import { type Prices, readPrices } from "./prices.ts";
import { type Audience, type Providers, recentCourse } from "./recent-course.ts";
import { saidBy, saidIn } from "./said.ts";
import { readToolPage, type ToolPage } from "./tool-page.ts";

const NO_MODULE: Module = { slug: "", title: "", order: 0, videos: [], lessons: [] };

/** Somebody who reads the course: lessons for other cohorts than theirs are not there for them. */
export type Reader = { readonly cohorts: readonly string[] };

/** What is for everybody, or for an audience. Whoever looks has their own in `modulesFor`. */
export async function modulesOf(
  locale: Locale,
  directory = contentDirectory(),
  audience?: Audience,
): Promise<readonly Module[]> {
  return (await recentCourse(directory, locale, audience)).modules;
}

/** The one place where all modules become those of somebody; of a stranger, where there is nobody. */
export async function modulesFor(reader: Reader | null, locale: Locale): Promise<readonly Module[]> {
  const cohorts = reader?.cohorts ?? [];
  const [modules, said] = await Promise.all([modulesOf(locale, undefined, { cohorts: "all" }), saidBy(cohorts)]);
  return modules.map((module) => moduleIn(cohorts, said, module));
}

/** Without the lessons of other cohorts, and with what their own require. */
export const moduleIn = (cohorts: readonly string[], said: Said, whole: Module): Module =>
  moduleAskedBy(cohorts, said, moduleSeenBy(cohorts, whole));

/** The first module as it is for each of many, whose cohorts are asked once. */
export async function moduleForEach(
  db: Transaction,
  locale: Locale,
  readers: readonly Reader[] | "all",
): Promise<(reader: Reader) => Module> {
  const slugs = readers === "all" ? readers : [...new Set(readers.flatMap(({ cohorts }) => cohorts))];
  const [whole, said] = [await wholeModule(locale), await saidIn(db, slugs)];
  const known = new Map<string, Module>();
  return ({ cohorts }) => {
    const key = cohorts.toSorted().join(",");
    const module = known.get(key) ?? moduleIn(cohorts, said, whole);
    known.set(key, module);
    return module;
  };
}

const audienceOf = (reader: Reader | null): Audience => ({ cohorts: reader?.cohorts ?? [] });

/** The first module. A portal without readable content has one without lessons. */
export async function moduleOf(locale: Locale, directory?: string, audience?: Audience): Promise<Module> {
  return (await modulesOf(locale, directory, audience))[0] ?? NO_MODULE;
}

/** The same as somebody sees it. */
export const moduleFor = async (reader: Reader | null, locale: Locale): Promise<Module> =>
  (await modulesFor(reader, locale))[0] ?? NO_MODULE;

/** What is there for somebody, whether it is required of them or not: without a question to the database. */
export const readableModule = (reader: Reader, locale: Locale): Promise<Module> =>
  moduleOf(locale, undefined, audienceOf(reader));

/** With the lessons of all cohorts: to name steps and to find the one that a check proves, and nobody's view. */
export const wholeModule = (locale: Locale): Promise<Module> => moduleOf(locale, undefined, { cohorts: "all" });

export function lessonPage(
  locale: Locale,
  slug: string,
  directory = contentDirectory(),
  audience?: Audience,
): Promise<LessonPage | null> {
  return readLessonPage(directory, locale, slug, audience);
}

/** With what is required of the reader. */
export async function lessonPageFor(reader: Reader, locale: Locale, slug: string): Promise<LessonPage | null> {
  const page = await lessonPage(locale, slug, undefined, audienceOf(reader));
  if (!page) return null;
  const module = moduleAskedBy(reader.cohorts, await saidBy(reader.cohorts), page.module);
  const lesson = module.lessons.find((known) => known.slug === slug) ?? page.lesson;
  const stepOf = (id: string | undefined) => lesson.steps.find((step) => step.id === id) ?? null;
  return { ...page, module, lesson, sections: page.sections.map((part) => ({ ...part, step: stepOf(part.step?.id) })) };
}

export function causePage(
  locale: Locale,
  cause: CauseId,
  directory = contentDirectory(),
  audience?: Audience,
): Promise<CausePage | null> {
  return readCausePage(directory, locale, cause, audience);
}

/** It leads to a lesson only where that is one of the reader's. */
export const causePageFor = (reader: Reader | null, locale: Locale, cause: CauseId): Promise<CausePage | null> =>
  causePage(locale, cause, undefined, audienceOf(reader));

/** Whether the catalogue has it: no such page is there for an unknown message, nor for a provider that is not offered. */
export const isCatalogued = (cause: CauseId, providers: Providers = offeredProviders()): boolean =>
  catalogueFor(providers).includes(cause);

/** The causes that a student can meet and the question finds, shelf by shelf; all of them for an empty question. */
export function catalogue(
  locale: Locale,
  question = "",
  directory = contentDirectory(),
  audience?: Audience,
): Promise<readonly Shelved[]> {
  return readCatalogue(directory, locale, question, audience);
}

/** Where a tool shows the details of an error. */
export function toolPage(locale: Locale, tool: DetailedTool, directory = contentDirectory()): Promise<ToolPage | null> {
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
export async function priceList(directory = contentDirectory()): Promise<Prices | null> {
  const prices = await readPrices(directory);
  return prices.ok ? prices.value : null;
}

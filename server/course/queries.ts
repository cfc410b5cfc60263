import "server-only";
import { join } from "node:path";
import type { CauseId } from "#domain/cause/cause";
import type { Locale, Module } from "#domain/course/course";
import { type CausePage, readCausePage } from "./cause-page.ts";
import { type LessonPage, readLessonPage } from "./lesson-page.ts";
import { recentCourse } from "./recent-course.ts";

const CONTENT = join(/* turbopackIgnore: true */ process.cwd(), "content");
const NO_MODULE: Module = { slug: "", title: "", order: 0, videos: [], lessons: [] };

export async function modulesOf(locale: Locale, directory = CONTENT): Promise<readonly Module[]> {
  return (await recentCourse(directory, locale)).modules;
}

/** The first module. A portal without readable content has one without lessons. */
export async function moduleOf(locale: Locale, directory = CONTENT): Promise<Module> {
  return (await modulesOf(locale, directory))[0] ?? NO_MODULE;
}

export function lessonPage(locale: Locale, slug: string, directory = CONTENT): Promise<LessonPage | null> {
  return readLessonPage(directory, locale, slug);
}

export function causePage(locale: Locale, cause: CauseId, directory = CONTENT): Promise<CausePage | null> {
  return readCausePage(directory, locale, cause);
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

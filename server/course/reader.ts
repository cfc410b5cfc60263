import "server-only";
import type { Locale, Module } from "#domain/course/course";
import { forCohorts, isFor } from "#domain/progress/reader";
import type { LessonPage } from "./lesson-page.ts";
import { lessonPage, moduleOf } from "./queries.ts";

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

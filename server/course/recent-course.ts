import "server-only";
import type { ProviderId } from "#domain/check/provider";
import { type Cohorts, moduleSeenBy } from "#domain/course/audience";
import type { Lesson, Locale, Module } from "#domain/course/course";
import { offeredProviders } from "../environment.ts";
import { type Course, courseOf } from "./course.ts";

/** A saved page may be this late on the screen; in return a busy portal looks at its files a few times a second at most. */
const FRESH_MS = 300;

/** Whose lessons are shown; what the operator offers, unless somebody says otherwise. */
export type Providers = readonly ProviderId[] | undefined;

/** For whom: nobody in particular sees what is for everybody. */
export type Audience = { readonly providers?: Providers; readonly cohorts?: Cohorts };

const recent = new Map<string, { readonly course: Promise<Course>; readonly until: number }>();

/** The course as it was a moment ago, without what is not for this audience. */
export async function recentCourse(
  directory: string,
  locale: Locale,
  { providers, cohorts = [] }: Audience = {},
): Promise<Course> {
  const { modules, problems } = await wholeCourse(directory, locale);
  return { modules: modules.map((module) => moduleSeenBy(cohorts, offered(module, providers))), problems };
}

function wholeCourse(directory: string, locale: Locale): Promise<Course> {
  const key = `${locale} ${directory}`;
  const known = recent.get(key);
  if (known && performance.now() < known.until) return known.course;
  const course = courseOf(directory, locale);
  recent.set(key, { course, until: performance.now() + FRESH_MS });
  return course;
}

function offered(module: Module, providers: Providers): Module {
  const isOffered = ({ provider }: Lesson) => provider === null || (providers ?? offeredProviders()).includes(provider);
  return { ...module, lessons: module.lessons.filter(isOffered) };
}

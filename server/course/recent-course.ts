import "server-only";
import type { Locale } from "#domain/course/course";
import { type Course, courseOf } from "./course.ts";

/** A saved page may be this late on the screen; in return a busy portal looks at its files a few times a second at most. */
const FRESH_MS = 300;

const recent = new Map<string, { readonly course: Promise<Course>; readonly until: number }>();

/** The course as it was a moment ago. */
export function recentCourse(directory: string, locale: Locale): Promise<Course> {
  const key = `${locale} ${directory}`;
  const known = recent.get(key);
  if (known && performance.now() < known.until) return known.course;
  const course = courseOf(directory, locale);
  recent.set(key, { course, until: performance.now() + FRESH_MS });
  return course;
}

import "server-only";
import { type ClassCourse, type Column, columnsOf } from "#domain/class/class-course";
import type { Locale, Module } from "#domain/course/course";
import { wholeModule } from "../course/queries.ts";
import { database } from "../database/client.ts";
import { groupsIn, type Marked } from "../progress/groups.ts";
import type { Instructor } from "../viewer.ts";

declare const reached: unique symbol;

/** The students of some of an instructor's cohorts, and what the course is for them. Only `classOf` makes one. */
export type Class = {
  readonly cohortIds: readonly string[];
  /** With the lessons of all cohorts. */
  readonly whole: Module;
  readonly marked: Marked;
  readonly courses: readonly ClassCourse[];
  readonly columns: readonly Column[];
  readonly [reached]: true;
};

export type CohortName = { readonly id: string; readonly slug: string; readonly name: string };

export const cohortNamesOf = (instructor: Instructor): Promise<CohortName[]> =>
  database().cohort.findMany({
    where: { id: { in: [...instructor.cohortIds] } },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
    select: { id: true, slug: true, name: true },
  });

/** All that the instructor teaches, or the cohort of this name; null where it is not theirs, as where there is none. */
export async function classOf(instructor: Instructor, slug: string | null, locale: Locale): Promise<Class | null> {
  const cohorts = await cohortNamesOf(instructor);
  const chosen = slug === null ? cohorts : cohorts.filter((cohort) => cohort.slug === slug);
  if (slug !== null && chosen.length === 0) return null;
  const cohortIds = chosen.map(({ id }) => id);
  const whole = await wholeModule(locale);
  const { marked, groups: courses } = await groupsIn(cohortIds, whole);
  return { cohortIds, whole, marked, courses, columns: columnsOf(whole, courses) } as unknown as Class;
}

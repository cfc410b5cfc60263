import type { Lesson, Module } from "./course.ts";

/** The slugs of somebody's cohorts; `all` where the course itself is meant, and nobody's view of it. */
export type Cohorts = readonly string[] | "all";

/** A lesson that names no cohort is for everybody, another for whoever is in one of those that it names. */
export const isFor = ({ cohorts }: Pick<Lesson, "cohorts">, own: Cohorts): boolean =>
  cohorts.length === 0 || own === "all" || cohorts.some((cohort) => own.includes(cohort));

export const moduleSeenBy = (own: Cohorts, module: Module): Module => ({
  ...module,
  lessons: module.lessons.filter((lesson) => isFor(lesson, own)),
});

/** Every cohort that has a lesson of its own. */
export const cohortsNamedIn = ({ lessons }: Module): readonly string[] => [
  ...new Set(lessons.flatMap(({ cohorts }) => cohorts)),
];

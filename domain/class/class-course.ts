import { type Lesson, type Module, type Step, stepsOf } from "../course/course.ts";

/** The course as it is for students in these of the cohorts that have lessons of their own; mostly for those in none. */
export type ClassCourse = { readonly cohorts: string; readonly module: Module };

/** A required step of today's lessons, with the lesson that it stands on. */
export type Column = { readonly step: Step; readonly lesson: Lesson };

export const requiredIn = (module: Module): readonly Step[] => stepsOf(module).filter(({ optional }) => !optional);

/** What is asked of anybody in the class, in the order of the whole course. */
export function columnsOf(whole: Module, courses: readonly ClassCourse[]): readonly Column[] {
  const asked = new Set(courses.flatMap(({ module }) => requiredIn(module).map(({ id }) => id)));
  return whole.lessons.flatMap((lesson) =>
    lesson.steps.filter(({ id }) => asked.has(id)).map((step) => ({ step, lesson })),
  );
}

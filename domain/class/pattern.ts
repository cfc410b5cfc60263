import type { StepRecord } from "../progress/step-record.ts";
import type { ClassCourse } from "./class-course.ts";

/**
 * Students who have done the same steps, and how many they are. What happened after the same days on which steps joined
 * the course is alike: `since` is the last such day before it was done, and null before all of them.
 */
export type Pattern = {
  readonly cohorts: string;
  readonly done: readonly { readonly stepId: string; readonly since: string | null }[];
  readonly students: number;
  /** How many of them have never signed in. */
  readonly absent: number;
};

/** A day before the portal was. */
const LONG_AGO = "2000-01-01";

/** What all of them have done, on days that decide the same as the real ones. */
export const recordsOf = ({ done }: Pattern): readonly StepRecord[] =>
  done.map(({ stepId, since }) => ({
    stepId,
    tickedAt: new Date(`${since ?? LONG_AGO}T12:00:00Z`),
    provenAt: null,
    waivedAt: null,
  }));

export const courseOf = (courses: readonly ClassCourse[], { cohorts }: Pick<Pattern, "cohorts">) =>
  courses.find((course) => course.cohorts === cohorts)?.module;

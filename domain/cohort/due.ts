import { isOptional, type Lesson, type Module } from "../course/course.ts";
import { decisiveSteps } from "../progress/locks.ts";
import type { Progress } from "../progress/progress.ts";
import { dayIn } from "./local-time.ts";
import { COURSE_ZONE } from "./zone.ts";

/** The moment until which a cohort is to be through with a lesson: the end of a day. */
export type LessonDue = { readonly module: string; readonly lesson: string; readonly dueAt: Date };

export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** How far a day is: not by hours, since whoever reads it thinks in days. */
export type DueWhen = "past" | "today" | "tomorrow" | "later";
/** `isFar` where the year belongs to it. */
export type Due = { readonly at: Date; readonly when: DueWhen; readonly weekday: Weekday; readonly isFar: boolean };

const FAR_DAYS = 180;

/** Days since a fixed one, by the clocks of the course. */
const dayNumber = (at: Date): number => Date.parse(`${dayIn(at, COURSE_ZONE)}T12:00:00Z`) / 86_400_000 - 0.5;

export function dueAt(at: Date, now: Date): Due {
  const [day, left] = [dayNumber(at), dayNumber(at) - dayNumber(now)];
  const when = left < 0 ? "past" : left === 0 ? "today" : left === 1 ? "tomorrow" : "later";
  // The first of January 1970 was a Thursday.
  return { at, when, weekday: WEEKDAYS[(day + 4) % 7] ?? "sun", isFar: Math.abs(left) > FAR_DAYS };
}

/** Of the days that somebody's cohorts name, the next that is still to come; where all are over, the last of them. */
export function dueOf(
  dues: readonly LessonDue[],
  { module, slug }: Pick<Lesson, "module" | "slug">,
  now: Date,
): Due | null {
  const own = dues.filter((due) => due.module === module && due.lesson === slug).map((due) => dueAt(due.dueAt, now));
  const sorted = own.toSorted((one, other) => +one.at - +other.at);
  return sorted.find(({ when }) => when !== "past") ?? sorted.at(-1) ?? null;
}

/** What is said of it: nothing of what is done, and nobody is late with what they need not do. */
export function dueShown(due: Due | null, lesson: Lesson, { done, fresh }: Progress): Due | null {
  const decisive = decisiveSteps(lesson, fresh);
  if (!due || (decisive.length > 0 && decisive.every(({ id }) => done.has(id)))) return null;
  const isAsked = decisive.length > 0 && !isOptional(lesson);
  return due.when === "past" && !isAsked ? null : due;
}

/** The same for all lessons of a module, by their slugs. */
export function duesIn(module: Module, progress: Progress, dues: readonly LessonDue[], now: Date) {
  const shown = module.lessons.map(
    (lesson) => [lesson.slug, dueShown(dueOf(dues, lesson, now), lesson, progress)] as const,
  );
  return new Map(shown.flatMap(([slug, due]) => (due ? [[slug, due] as const] : [])));
}

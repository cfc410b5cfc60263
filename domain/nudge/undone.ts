import { isOptional, type Module } from "../course/course.ts";
import { lessonStanding, progressIn } from "../progress/progress.ts";
import type { StepRecord } from "../progress/step-record.ts";
import type { DueLesson } from "./rule.ts";

/** Nobody is reminded of what they wait for, nor of what nobody has to do. */
const REMINDED = new Set(["todo", "current", "locked"]);

/** Whether something is left to do in a lesson for somebody; false for one that is not theirs. */
export function isUndone(
  module: Module,
  { module: course, lesson: slug }: Pick<DueLesson, "module" | "lesson">,
  records: readonly StepRecord[],
  waiting: ReadonlySet<string>,
): boolean {
  const lesson = module.lessons.find((candidate) => candidate.module === course && candidate.slug === slug);
  if (!lesson || lesson.steps.length === 0 || isOptional(lesson)) return false;
  return REMINDED.has(lessonStanding(lesson, progressIn(module, records, waiting)));
}

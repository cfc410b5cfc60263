import { type Lesson, type Module, type Step, stepsOf } from "../course/course.ts";
import type { Progress, StepRecord } from "./progress.ts";

/** A module as one person meets it. Each function gives the module itself where there is nothing to change. */

export const isFor = ({ cohorts = [] }: Pick<Lesson, "cohorts">, own: readonly string[]): boolean =>
  cohorts.length === 0 || cohorts.some((cohort) => own.includes(cohort));

/** Without the lessons that are for other cohorts than a person's. */
export function forCohorts(module: Module, own: readonly string[]): Module {
  const lessons = module.lessons.filter((lesson) => isFor(lesson, own));
  return lessons.length === module.lessons.length ? module : { ...module, lessons };
}

/**
 * Whoever had done all required steps before another one was added stays finished: to them it is new, and optional.
 * Somebody who had not finished simply has one more step.
 */
export function withNews(module: Module, records: readonly StepRecord[]): Module {
  const missed = daysMissed(module, records);
  if (missed.size === 0) return module;
  const isMissed = ({ since }: Step) => since != null && missed.has(since);
  const seen = (step: Step): Step => (isMissed(step) ? { ...step, optional: true, isNew: true } : step);
  return { ...module, lessons: module.lessons.map((lesson) => ({ ...lesson, steps: lesson.steps.map(seen) })) };
}

/** The days on which something was added for somebody who had finished. What they had missed before then does not count. */
function daysMissed(module: Module, records: readonly StepRecord[]): ReadonlySet<string> {
  const required = stepsOf(module).filter(({ optional }) => !optional);
  const doneAt = new Map(records.map((record) => [record.stepId, firstOf(record)]));
  const missed = new Set<string>();
  for (const day of [...new Set(stepsOf(module).flatMap(({ since }) => since ?? []))].sort()) {
    const ofThatTime = required.filter(({ since }) => since == null || (since < day && !missed.has(since)));
    // Days begin at midnight in UTC.
    const until = Date.parse(`${day}T00:00:00Z`);
    const isDone = ({ id }: Step) => (doneAt.get(id) ?? Number.POSITIVE_INFINITY) < until;
    if (ofThatTime.length > 0 && ofThatTime.every(isDone)) missed.add(day);
  }
  return missed;
}

function firstOf({ tickedAt, provenAt }: StepRecord): number {
  return Math.min(tickedAt?.getTime() ?? Number.POSITIVE_INFINITY, provenAt?.getTime() ?? Number.POSITIVE_INFINITY);
}

/** What is to be done before a step, in the order of the module; nothing where it may be done now. What is done is not locked. */
export function lockOf(module: Module, step: Step, done: ReadonlySet<string>): readonly Step[] {
  if (done.has(step.id)) return [];
  const lesson = module.lessons.find(({ steps }) => steps.some(({ id }) => id === step.id));
  const isBefore = (candidate: Step, { slug }: Lesson) =>
    (step.after ?? []).includes(candidate.id) || (!candidate.optional && (lesson?.after ?? []).includes(slug));
  return module.lessons.flatMap((other) =>
    other.steps.filter(
      (candidate) => candidate.id !== step.id && !done.has(candidate.id) && isBefore(candidate, other),
    ),
  );
}

/** What is to be done before a lesson can be begun: all its undone steps are locked. */
export function lockOfLesson(
  module: Module,
  lesson: Lesson,
  { standings, locks }: Pick<Progress, "standings" | "locks">,
) {
  const undone = lesson.steps.filter(({ id }) => (standings.get(id) ?? "todo") === "todo");
  const isLocked =
    undone.length > 0 && undone.length === lesson.steps.length && undone.every(({ id }) => locks.has(id));
  const before = new Set(undone.flatMap(({ id }) => (locks.get(id) ?? []).map((step) => step.id)));
  const outside = (step: Step) => before.has(step.id) && lesson.steps.every(({ id }) => id !== step.id);
  return isLocked ? stepsOf(module).filter(outside) : [];
}

/** A lesson's steps as the module has them for this person. */
export const stepsIn = (module: Module, { slug }: Pick<Lesson, "slug">): readonly Step[] =>
  module.lessons.find((lesson) => lesson.slug === slug)?.steps ?? [];

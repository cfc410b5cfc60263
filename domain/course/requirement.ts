import { isFor } from "./audience.ts";
import { isOptional, type Lesson, type Module, type Step } from "./course.ts";

/** What a cohort says of a lesson in place of its author. */
export type Word = {
  readonly module: string;
  readonly lesson: string;
  readonly isRequired: boolean;
  /** The first day on which it is asked, as YYYY-MM-DD; null where it always was. */
  readonly since: string | null;
};

/** What cohorts say, by slug; those that say nothing have no entry. */
export type Said = {
  readonly words: ReadonlyMap<string, readonly Word[]>;
  /** Cohorts that are put away: they ask nothing of anybody any more. */
  readonly archived: ReadonlySet<string>;
};

/** Stands for the cohorts that say nothing, where they need not be told apart. */
export const SILENT = "*";

type Asking = Pick<Word, "isRequired" | "since">;

/**
 * What of a module is asked of somebody in these cohorts: a lesson is required where any of them that is not put away
 * requires it. The one place in which their words change anything; whatever counts takes the module from here.
 */
export function moduleAskedBy(cohorts: readonly string[], { words, archived }: Said, module: Module): Module {
  const live = cohorts.filter((slug) => !archived.has(slug));
  if (!live.some((slug) => words.has(slug))) return module;
  const sayings = live.map((slug) => ({ slug, words: words.get(slug) ?? [] }));
  return unlocked({ ...module, lessons: module.lessons.map((lesson) => lessonAskedBy(sayings, lesson)) });
}

type Saying = { readonly slug: string; readonly words: readonly Word[] };

function lessonAskedBy(cohorts: readonly Saying[], lesson: Lesson): Lesson {
  const said = cohorts.filter(({ slug }) => isFor(lesson, [slug])).map(({ words }) => wordOn(lesson, words));
  if (said.every((word) => word === undefined)) return lesson;
  const author: Asking = { isRequired: !isOptional(lesson), since: null };
  const asking = said.map((word) => word ?? author).filter(({ isRequired }) => isRequired);
  return asking.length === 0 ? optionalLesson(lesson) : requiredLesson(lesson, earliest(asking));
}

export const wordOn = ({ module, slug }: Pick<Lesson, "module" | "slug">, words: readonly Word[]): Word | undefined =>
  words.find((word) => word.module === module && word.lesson === slug);

const earliest = (asking: readonly Asking[]): string | null =>
  asking.some(({ since }) => since === null) ? null : (asking.flatMap(({ since }) => since ?? []).sort()[0] ?? null);

const optionalLesson = (lesson: Lesson): Lesson => ({
  ...lesson,
  optional: true,
  steps: lesson.steps.map((step) => ({ ...step, optional: true })),
});

/** All of a lesson that is optional as its author has it; of another what its author requires. */
function requiredLesson(lesson: Lesson, since: string | null): Lesson {
  const isWhole = isOptional(lesson);
  const asked = (step: Step): Step =>
    step.optional && !isWhole ? step : { ...step, optional: false, since: later(step.since, since) };
  return { ...lesson, optional: false, steps: lesson.steps.map(asked) };
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : one > other ? one : other;

/** What is required waits for nothing that may be left out; authors are told so, and a cohort's word must not break it. */
function unlocked(module: Module): Module {
  const lessons = new Set(module.lessons.filter(isOptional).map(({ slug }) => slug));
  const steps = new Set(module.lessons.flatMap((lesson) => lesson.steps.filter(({ optional }) => optional)).map(idOf));
  const stepOf = (step: Step): Step =>
    step.optional ? step : { ...step, after: step.after.filter((id) => !steps.has(id)) };
  const lessonOf = (lesson: Lesson): Lesson => ({
    ...lesson,
    after: isOptional(lesson) ? lesson.after : lesson.after.filter((slug) => !lessons.has(slug)),
    steps: lesson.steps.map(stepOf),
  });
  return { ...module, lessons: module.lessons.map(lessonOf) };
}

const idOf = ({ id }: Step): string => id;

import { type Lesson, lessonOfStep, type Module, type Step, stepsOf } from "../course/course.ts";

/** What has to be done first: a step, or a whole lesson where there is none. */
export type Before = { readonly lesson: Lesson; readonly step: Step | null };

/** What stands before each lesson and step that is locked; others have no entry. */
export type Locks = {
  readonly lessons: ReadonlyMap<string, readonly Before[]>;
  readonly steps: ReadonlyMap<string, readonly Before[]>;
};

/** What is done, and what has joined the module since it was finished. */
export type Done = { readonly done: ReadonlySet<string>; readonly fresh: ReadonlySet<string> };

/** What somebody has done is never locked, and what is not there for them locks nothing. */
export function locksIn(module: Module, so: Done): Locks {
  const byLesson = new Map(module.lessons.map((lesson) => [lesson.slug, lessonsBefore(module, lesson, so)]));
  const before = (step: Step): readonly Before[] => [
    ...(byLesson.get(lessonOfStep(module, step.id)?.slug ?? "") ?? []),
    ...stepsBefore(module, step, so),
  ];
  const open = stepsOf(module).filter(({ id }) => !so.done.has(id));
  const undone = module.lessons.filter((lesson) => lesson.steps.length === 0 || !isLessonDone(lesson, so));
  return {
    lessons: filled(undone.map(({ slug }) => [slug, byLesson.get(slug) ?? []])),
    steps: filled(open.map((step) => [step.id, before(step)])),
  };
}

const filled = (entries: readonly (readonly [string, readonly Before[]])[]) =>
  new Map(entries.filter(([, before]) => before.length > 0));

const lessonsBefore = ({ lessons }: Module, { after }: Lesson, so: Done): readonly Before[] =>
  lessons
    .filter((lesson) => after.includes(lesson.slug) && !isLessonDone(lesson, so))
    .map((lesson) => ({ lesson, step: null }));

const stepsBefore = ({ lessons }: Module, { after }: Step, { done }: Done): readonly Before[] =>
  lessons.flatMap((lesson) =>
    lesson.steps.filter(({ id }) => after.includes(id) && !done.has(id)).map((step) => ({ lesson, step })),
  );

const isLessonDone = (lesson: Lesson, so: Done): boolean =>
  decisiveSteps(lesson, so.fresh).every(({ id }) => so.done.has(id));

/** The steps by which a lesson is done: what is optional or new to somebody holds nobody back, unless there is nothing else. */
export function decisiveSteps({ steps }: Pick<Lesson, "steps">, fresh: ReadonlySet<string>): readonly Step[] {
  const required = steps.filter(({ optional }) => !optional);
  const old = required.filter(({ id }) => !fresh.has(id));
  return [old, required].find((some) => some.length > 0) ?? steps;
}

/** What stands before all that is left of a lesson; nothing where some of it can be done. */
export function locksOf({ slug, steps }: Lesson, locks: Locks, done: ReadonlySet<string>): readonly Before[] {
  const own = locks.lessons.get(slug);
  if (own) return own;
  const left = steps.filter(({ id }) => !done.has(id));
  const isLocked = left.length > 0 && left.every(({ id }) => locks.steps.has(id));
  return isLocked ? (locks.steps.get(left[0]?.id ?? "") ?? []) : [];
}

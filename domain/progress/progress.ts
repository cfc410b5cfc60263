import type { Lesson, Module, Step } from "../course/course.ts";
import { stepsOf } from "../course/course.ts";
import { lockOf } from "./reader.ts";

export type StepRecord = { readonly stepId: string; readonly tickedAt: Date | null; readonly provenAt: Date | null };

/** Proven by a check, ticked by the student, waiting for the provider, or still to do. */
export type Standing = "proven" | "ticked" | "waiting" | "todo";

/** `current` is the lesson that holds the next step. */
export type LessonStanding = Standing | "current";

/** Where one student stands in one module. */
export type Progress = {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly next: Step | null;
  /** By the id of a step: what has to be done first. A step that is not locked is not in it. */
  readonly locks: ReadonlyMap<string, readonly Step[]>;
};

type Steps = readonly Pick<Step, "id" | "optional">[];

/** `waiting` holds the ids of the steps whose check has a running timer. */
export function progressIn(module: Module, records: readonly StepRecord[], waiting: ReadonlySet<string>): Progress {
  const byStep = new Map(records.map((record) => [record.stepId, record]));
  const standing = ({ id }: Step) => [id, standingOf(byStep.get(id), waiting.has(id))] as const;
  const standings = new Map(stepsOf(module).map(standing));
  const done = doneSteps(records);
  const locks = new Map(stepsOf(module).map((step) => [step.id, lockOf(module, step, done)] as const));
  for (const [id, before] of locks) if (before.length === 0) locks.delete(id);
  return { standings, next: nextStep(module, done, waiting), locks };
}

export function standingOf(record: StepRecord | undefined, waits: boolean): Standing {
  if (record?.provenAt) return "proven";
  if (waits) return "waiting";
  return record?.tickedAt ? "ticked" : "todo";
}

export const doneSteps = (records: readonly StepRecord[]): ReadonlySet<string> =>
  new Set(records.filter((record) => record.tickedAt ?? record.provenAt).map((record) => record.stepId));

const required = <S extends { readonly optional: boolean }>(steps: readonly S[]) =>
  steps.filter((step) => !step.optional);

/** Of the required steps. Rounds down, so that 100 is only ever shown to someone who has finished. */
export function percentDone({ steps, done }: { steps: Steps; done: ReadonlySet<string> }): number {
  const { total, done: count } = countSteps(required(steps), done);
  return total === 0 ? 0 : Math.floor((100 * count) / total);
}

/** Optional steps count as well; pass `requiredSteps(module)` to leave them out. */
export function countSteps(steps: Steps, done: ReadonlySet<string>): { total: number; done: number; left: number } {
  const count = steps.filter((step) => done.has(step.id)).length;
  return { total: steps.length, done: count, left: steps.length - count };
}

export const requiredSteps = (module: Module): readonly Step[] => required(stepsOf(module));

export const isFinished = (module: Module, done: ReadonlySet<string>): boolean =>
  requiredSteps(module).every((step) => done.has(step.id));

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The first required step that is not done, else the first optional one; one that waits, or that others have to come
 * before, only when nothing else is left.
 */
export function nextStep(module: Module, done: ReadonlySet<string>, waiting = NOTHING): Step | null {
  const undone = stepsOf(module).filter((step) => !done.has(step.id));
  const open = undone.filter((step) => !waiting.has(step.id) && lockOf(module, step, done).length === 0);
  return required(open)[0] ?? open[0] ?? undone[0] ?? null;
}

/** Optional steps hold nobody back, unless the lesson has no others. */
export function lessonStanding(lesson: Lesson, { standings, next }: Progress): LessonStanding {
  const must = required(lesson.steps);
  const steps = must.length > 0 ? must : lesson.steps;
  const of = (step: Step) => standings.get(step.id) ?? "todo";
  const isDone = steps.length > 0 && steps.every((step) => of(step) === "proven" || of(step) === "ticked");
  const checkable = steps.filter((step) => step.check !== null);

  if (isDone && checkable.length > 0 && checkable.every((step) => of(step) === "proven")) return "proven";
  if (lesson.steps.some((step) => of(step) === "waiting")) return "waiting";
  if (isDone) return "ticked";
  return lesson.steps.some((step) => step.id === next?.id) ? "current" : "todo";
}

import type { Lesson, Module, Step } from "../course/course.ts";
import { stepsOf } from "../course/course.ts";
import { decisiveSteps, type Locks, locksIn, locksOf } from "./locks.ts";
import { newSteps } from "./new-steps.ts";
import { doneSteps, type StepRecord } from "./step-record.ts";

/** Proven by a check, ticked by the student, one that they were released from, waiting for the provider, locked behind another, or still to do. */
export type Standing = "proven" | "ticked" | "waived" | "waiting" | "locked" | "todo";

/** Nothing is left to do there. */
export const isDoneStanding = (standing: Standing | undefined): boolean =>
  standing === "proven" || standing === "ticked" || standing === "waived";

/** `current` is the lesson that holds the next step. */
export type LessonStanding = Standing | "current";

/** Where one student stands in one module. */
export type Progress = {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly next: Step | null;
  readonly done: ReadonlySet<string>;
  /** What has joined the module since this student finished it, until it is done. */
  readonly fresh: ReadonlySet<string>;
  readonly locks: Locks;
};

type Steps = readonly Pick<Step, "id" | "optional">[];

const NOTHING: ReadonlySet<string> = new Set();

/** `waiting` holds the ids of the steps whose check has a running timer. */
export function progressIn(module: Module, records: readonly StepRecord[], waiting = NOTHING): Progress {
  const byStep = new Map(records.map((record) => [record.stepId, record]));
  const [done, fresh] = [doneSteps(records), newSteps(module, records)];
  const locks = locksIn(module, { done, fresh });
  const standing = ({ id }: Step) => [id, standingOf(byStep.get(id), waiting.has(id), locks.steps.has(id))] as const;
  const standings = new Map(stepsOf(module).map(standing));
  const locked = new Set(locks.steps.keys());
  return { standings, next: nextStep(module, { done, waiting, fresh, locked }), done, fresh, locks };
}

/** What is known outranks what holds it back. */
export function standingOf(record: StepRecord | undefined, waits: boolean, isLocked = false): Standing {
  if (record?.provenAt) return "proven";
  if (waits && !record?.waivedAt) return "waiting";
  if (record?.tickedAt) return "ticked";
  if (record?.waivedAt) return "waived";
  return isLocked ? "locked" : "todo";
}

const required = <S extends { readonly optional: boolean }>(steps: readonly S[]) =>
  steps.filter((step) => !step.optional);

/** Of the required steps. Rounds down, so that 100 is only ever shown to someone who has finished. */
export function percentDone({ steps, done }: { steps: Steps; done: ReadonlySet<string> }): number {
  const { total, done: count } = countSteps(required(steps), done);
  return total === 0 ? 0 : Math.floor((100 * count) / total);
}

/** Optional steps count as well; pass `requiredSteps(module, records)` to leave them out. */
export function countSteps(steps: Steps, done: ReadonlySet<string>): { total: number; done: number; left: number } {
  const count = steps.filter((step) => done.has(step.id)).length;
  return { total: steps.length, done: count, left: steps.length - count };
}

/** What is asked of somebody: not what has joined the module since they finished it, until they have done it. */
export function requiredSteps(module: Module, records: readonly StepRecord[]): readonly Step[] {
  const fresh = newSteps(module, records);
  return required(stepsOf(module)).filter(({ id }) => !fresh.has(id));
}

export function isFinished(module: Module, records: readonly StepRecord[]): boolean {
  const done = doneSteps(records);
  return requiredSteps(module, records).every(({ id }) => done.has(id));
}

type Sets = { readonly [set in "waiting" | "fresh" | "locked"]?: ReadonlySet<string> } & {
  readonly done: ReadonlySet<string>;
};

/**
 * The first required step that is not done, else a new one, else an optional one; one that waits for the provider, and at
 * last one that is locked, only when nothing else is left.
 */
export function nextStep(module: Module, sets: Sets): Step | null {
  const { done, waiting = NOTHING, fresh = NOTHING, locked = NOTHING } = sets;
  const undone = stepsOf(module).filter(({ id }) => !done.has(id));
  const unlocked = undone.filter(({ id }) => !locked.has(id));
  const open = unlocked.filter(({ id }) => !waiting.has(id));
  const must = required(open);
  return must.find(({ id }) => !fresh.has(id)) ?? must[0] ?? open[0] ?? unlocked[0] ?? undone[0] ?? null;
}

export function lessonStanding(lesson: Lesson, { standings, next, done, fresh, locks }: Progress): LessonStanding {
  const steps = decisiveSteps(lesson, fresh);
  const of = (step: Step) => standings.get(step.id) ?? "todo";
  const isDone = steps.length > 0 && steps.every((step) => isDoneStanding(of(step)));
  const checkable = steps.filter((step) => step.check !== null);

  if (isDone && checkable.length > 0 && checkable.every((step) => of(step) === "proven")) return "proven";
  if (lesson.steps.some((step) => of(step) === "waiting")) return "waiting";
  if (isDone) return steps.every((step) => of(step) === "waived") ? "waived" : "ticked";
  if (locksOf(lesson, locks, done).length > 0) return "locked";
  return lesson.steps.some((step) => step.id === next?.id) ? "current" : "todo";
}

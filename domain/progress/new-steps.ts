import { type Module, stepsOf } from "../course/course.ts";
import { dayOf } from "../credential/expiry.ts";
import { doneAt, type StepRecord } from "./step-record.ts";

/** The required steps as they were before a day on which others joined them. */
export type Milestone = { readonly before: string; readonly steps: readonly string[] };

export function milestonesOf(module: Module): readonly Milestone[] {
  const steps = stepsOf(module);
  const days = [...new Set(steps.flatMap(({ since }) => since ?? []))].sort();
  const isOlder = (before: string) => (step: (typeof steps)[number]) =>
    !step.optional && (step.since === null || step.since < before);
  return days.map((before) => ({ before, steps: steps.filter(isOlder(before)).map(({ id }) => id) }));
}

/** Whoever has done all of one of these has finished the module; `before` says by when, where that matters. */
export function dutiesOf(
  module: Module,
): readonly { place: number; before: string | null; steps: readonly string[] }[] {
  const required = stepsOf(module).filter(({ optional }) => !optional);
  const today = { before: null, steps: required.map(({ id }) => id) };
  return [today, ...milestonesOf(module)].map((duty, place) => ({ place, ...duty }));
}

/** What has joined the module since somebody finished it and they have not done: it is asked of others alone. */
export function newSteps(module: Module, records: readonly StepRecord[]): ReadonlySet<string> {
  const milestones = milestonesOf(module);
  if (milestones.length === 0) return new Set();
  const doneOn = daysOf(records);
  const first = milestones.find((milestone) => isReached(milestone, doneOn));
  if (!first) return new Set();
  const isNew = ({ id, since }: { id: string; since: string | null }) =>
    since !== null && since >= first.before && !doneOn.has(id);
  return new Set(
    stepsOf(module)
      .filter(isNew)
      .map(({ id }) => id),
  );
}

function daysOf(records: readonly StepRecord[]): ReadonlyMap<string, string> {
  const days = records.map((record) => [record.stepId, doneAt(record)] as const);
  return new Map(days.flatMap(([id, at]) => (at ? [[id, dayOf(at)] as const] : [])));
}

/** Whoever had done nothing had not finished, even where none of the older steps is left. */
function isReached({ before, steps }: Milestone, doneOn: ReadonlyMap<string, string>): boolean {
  const isEarly = (day: string | undefined) => day !== undefined && day < before;
  return [...doneOn.values()].some(isEarly) && steps.every((id) => isEarly(doneOn.get(id)));
}

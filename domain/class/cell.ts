import type { Module, Step } from "../course/course.ts";
import { waitingSteps } from "../course/course.ts";
import { progressIn, type Standing } from "../progress/progress.ts";
import type { StepRecord } from "../progress/step-record.ts";
import { requiredIn } from "./class-course.ts";

/** Where one student stands on one step, in the order in which the first that is true wins. */
export const CELL_STATES = ["help", "proven", "waiting", "ticked", "waived", "todo"] as const;
export type CellState = (typeof CELL_STATES)[number];

export const isCellState = (word: string): word is CellState => (CELL_STATES as readonly string[]).includes(word);

/** `isNew` where the step has joined the course since this student finished it, so that it is not asked of them. */
export type Cell = { readonly state: CellState; readonly isNew: boolean };

export type CellFacts = {
  readonly records: readonly StepRecord[];
  /** Checks with a running timer. */
  readonly waiting: readonly string[];
  /** Steps with an open reason to help. */
  readonly helping: readonly string[];
};

export type Row = { readonly cells: ReadonlyMap<string, Cell>; readonly done: number; readonly asked: number };

/** The required steps of somebody's own course; a step that is not in it has no cell. */
export function rowOf(module: Module, { records, waiting, helping }: CellFacts): Row {
  const steps = requiredIn(module);
  const { standings, fresh, done } = progressIn(module, records, waitingSteps(module, waiting));
  const cellOf = ({ id }: Step): Cell => ({
    state: helping.includes(id) ? "help" : stateOf(standings.get(id) ?? "todo"),
    isNew: fresh.has(id),
  });
  const asked = steps.filter(({ id }) => !fresh.has(id));
  return {
    cells: new Map(steps.map((step) => [step.id, cellOf(step)])),
    done: asked.filter(({ id }) => done.has(id)).length,
    asked: asked.length,
  };
}

const stateOf = (standing: Standing): CellState => (standing === "locked" ? "todo" : standing);

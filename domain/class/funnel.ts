import { isFinished, requiredSteps } from "../progress/progress.ts";
import { doneSteps } from "../progress/step-record.ts";
import { type ClassCourse, type Column, requiredIn } from "./class-course.ts";
import { courseOf, type Pattern, recordsOf } from "./pattern.ts";

export type FunnelStep = Column & {
  /** Students in whose course the step is, those who have never signed in among them. */
  readonly asked: number;
  readonly done: number;
  /** Who has done all before it in their own course. */
  readonly arrived: number;
  /** Who has done it and all before it. */
  readonly reached: number;
};

export type Standings = { readonly students: number; readonly absent: number; readonly finished: number };

type Walk = { readonly students: number; readonly asked: readonly string[]; readonly done: ReadonlySet<string> };

/** A step that is new to whoever has finished is not asked of them, and holds them back nowhere. */
export function funnelOf(
  columns: readonly Column[],
  courses: readonly ClassCourse[],
  patterns: readonly Pattern[],
): readonly FunnelStep[] {
  const walks = patterns.flatMap((pattern) => walkOf(courses, pattern));
  return columns.map((column) => {
    const { id } = column.step;
    const own = walks.filter(({ asked }) => asked.includes(id));
    const arrived = own.filter(({ asked, done }) => isWalked(asked.slice(0, asked.indexOf(id)), done));
    return {
      ...column,
      asked: countOf(own),
      done: countOf(own.filter(({ done }) => done.has(id))),
      arrived: countOf(arrived),
      reached: countOf(arrived.filter(({ done }) => done.has(id))),
    };
  });
}

function walkOf(courses: readonly ClassCourse[], pattern: Pattern): readonly Walk[] {
  const module = courseOf(courses, pattern);
  if (!module) return [];
  const records = recordsOf(pattern);
  const asked = requiredSteps(module, records).map(({ id }) => id);
  return [{ students: pattern.students, asked, done: doneSteps(records) }];
}

const isWalked = (steps: readonly string[], done: ReadonlySet<string>) => steps.every((id) => done.has(id));

const countOf = (walks: readonly { readonly students: number }[]) =>
  walks.reduce((sum, { students }) => sum + students, 0);

/** Nobody has finished of whom nothing is asked. */
export function standingsOf(courses: readonly ClassCourse[], patterns: readonly Pattern[]): Standings {
  const hasFinished = (pattern: Pattern) => {
    const module = courseOf(courses, pattern);
    return module !== undefined && requiredIn(module).length > 0 && isFinished(module, recordsOf(pattern));
  };
  return {
    students: countOf(patterns),
    absent: patterns.reduce((sum, { absent }) => sum + absent, 0),
    finished: countOf(patterns.filter(hasFinished)),
  };
}

export type Gap = { readonly step: FunnelStep; readonly lost: number };

/** The step before which most have stopped, and how many; null where nobody has. */
export function widestGap(funnel: readonly FunnelStep[]): Gap | null {
  const gaps = funnel.map((step) => ({ step, lost: step.arrived - step.reached }));
  return gaps.reduce<Gap | null>((widest, gap) => (gap.lost > (widest?.lost ?? 0) ? gap : widest), null);
}

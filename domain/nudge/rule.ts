/** In which cases the portal writes to students by itself; whoever is meant by several hears of the first. */
export const NUDGES = ["due", "blocked", "never_signed_in", "stalled"] as const;
export type NudgeKind = (typeof NUDGES)[number];

export const isNudge = (word: string): word is NudgeKind => NUDGES.some((known) => known === word);

export const LEAST_DAYS = 1;
export const MOST_DAYS = 30;

/** What is proposed where nothing has been chosen. */
export const USUAL_DAYS: Readonly<Record<NudgeKind, number>> = { due: 2, blocked: 3, never_signed_in: 3, stalled: 3 };

/** The cases that are switched on, each with its days. */
export type NudgeRules = Readonly<Partial<Record<NudgeKind, number>>>;

/** What a form says: the cases that are ticked, and the days of each. Null where the days of a ticked one are none. */
export function readRules(ticked: readonly string[], days: (kind: NudgeKind) => string): NudgeRules | null {
  const rules = NUDGES.filter((kind) => ticked.includes(kind)).map((kind) => [kind, daysIn(days(kind))] as const);
  return rules.some(([, count]) => count === null) ? null : Object.fromEntries(rules);
}

/** Null for what is no number of days that can be chosen. */
export function daysIn(text: string): number | null {
  const days = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return days >= LEAST_DAYS && days <= MOST_DAYS ? days : null;
}

export type DueLesson = { readonly module: string; readonly lesson: string; readonly day: string };

/** Of which rule of which cohort a message is; a lesson with a day has a message of its own. */
export type NudgeSource = {
  readonly kind: NudgeKind;
  readonly cohortId: string;
  readonly due: DueLesson | null;
};

/** As a message's row has it: `nudge:due:0190…:modul-1/klucz-api:2026-12-03`. */
export const sourceText = ({ kind, cohortId, due }: NudgeSource): string =>
  ["nudge", kind, cohortId, ...(due ? [`${due.module}/${due.lesson}`, due.day] : [])].join(":");

const SOURCE = /^nudge:([a-z_]+):([0-9a-f-]{36})(?::([\w-]{1,100})\/([\w-]{1,100}):(\d{4}-\d{2}-\d{2}))?$/;

/** Null for a message that somebody wrote. */
export function sourceIn(text: string): NudgeSource | null {
  const [, kind = "", cohortId = "", module, lesson, day] = SOURCE.exec(text) ?? [];
  if (!isNudge(kind)) return null;
  const due = module && lesson && day ? { module, lesson, day } : null;
  return (kind === "due") === (due !== null) ? { kind, cohortId, due } : null;
}

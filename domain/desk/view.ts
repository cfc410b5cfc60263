import { type CauseId, isCauseId } from "../cause/cause.ts";
import type { HelpNeed } from "../help/facts.ts";

export const NEEDS = [
  "asked",
  "dead_end",
  "blocked",
  "waiting_too_long",
  "regressed",
  "stalled",
  "never_signed_in",
] as const satisfies readonly HelpNeed[];

export const COLUMNS = ["urgency", "name", "step", "cause", "tries", "since", "active", "taker"] as const;
export type Column = (typeof COLUMNS)[number];

/** Which of those who need help are shown, and how. It stands in the address, so that it can be shared and kept. */
export type DeskView = {
  /** A cohort's slug. */
  readonly cohort: string | null;
  readonly status: HelpNeed | null;
  readonly cause: CauseId | "none" | null;
  /** A lesson's slug. */
  readonly lesson: string | null;
  /** Those whom the reader has taken, or whom nobody has. */
  readonly who: "mine" | "free" | null;
  readonly q: string;
  /** Those who are out of the way for now, in place of the others. */
  readonly snoozed: boolean;
  readonly sort: Column;
  readonly isDown: boolean;
  /** One list in place of groups by cause. */
  readonly list: boolean;
  /** Of a list; the first is 1. */
  readonly page: number;
};

export const WHOLE_VIEW: DeskView = {
  cohort: null,
  status: null,
  cause: null,
  lesson: null,
  who: null,
  q: "",
  snoozed: false,
  sort: "urgency",
  isDown: false,
  list: false,
  page: 1,
};

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST_QUESTION = 100;
const MOST_PAGES = 1000;
const SLUG = /^[a-z0-9-]{1,80}$/;

/** Whatever is not understood is left out: an address that somebody has shortened still shows something. */
export function viewIn(query: Query): DeskView {
  const word = (name: string) => (typeof query[name] === "string" ? query[name].trim() : "");
  const slug = (name: string) => (SLUG.test(word(name)) ? word(name) : null);
  const [cause, column] = [word("cause"), word("sort").replace(/^-/, "")];
  const sort = oneOf(COLUMNS, column) ?? "urgency";
  return {
    cohort: slug("cohort"),
    status: oneOf(NEEDS, word("status")),
    cause: cause === "none" || isCauseId(cause) ? cause : null,
    lesson: slug("lesson"),
    who: oneOf(["mine", "free"] as const, word("who")),
    q: word("q").slice(0, LONGEST_QUESTION).trim().toWellFormed(),
    snoozed: word("snoozed") === "yes",
    sort,
    isDown: sort !== "urgency" && word("sort").startsWith("-"),
    // Groups have their own order: whoever sorts by a column wants one list.
    list: word("as") === "list" || sort !== "urgency",
    page: Math.min(Math.max(Number.parseInt(word("page"), 10) || 1, 1), MOST_PAGES),
  };
}

const oneOf = <Value extends string>(values: readonly Value[], word: string): Value | null =>
  values.find((value) => value === word) ?? null;

/** The address of a view on a page of its own, without what is as usual. */
export function addressOf(view: DeskView, path = "/desk"): string {
  const entries: readonly (readonly [string, string | null])[] = [
    ["cohort", view.cohort],
    ["status", view.status],
    ["cause", view.cause],
    ["lesson", view.lesson],
    ["who", view.who],
    ["q", view.q || null],
    ["snoozed", view.snoozed ? "yes" : null],
    ["sort", view.sort === "urgency" ? null : `${view.isDown ? "-" : ""}${view.sort}`],
    ["as", view.list && view.sort === "urgency" ? "list" : null],
    ["page", view.page > 1 ? String(view.page) : null],
  ];
  const query = new URLSearchParams(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The same view, narrowed or widened: it begins at its first page. */
export const changed = (view: DeskView, change: Partial<DeskView>): DeskView => ({ ...view, page: 1, ...change });

/** Whether it leaves anybody out that the whole view would show. */
export const isNarrowed = ({ cohort, status, cause, lesson, who, q }: DeskView): boolean =>
  q !== "" || [cohort, status, cause, lesson, who].some((part) => part !== null);

import type { Outcome } from "../outcome.ts";
import type { PictureRefusal } from "../picture/picture.ts";

/** In characters: what is different fits into a few sentences. */
export const LONGEST_WORDS = 1_000;

/** A section of a lesson, by the anchor that it has in the language of the page. */
export type Place = { readonly module: string; readonly lesson: string; readonly anchor: string };

export type ScreenRefusal = "not_found" | "empty" | "too_long" | "too_many" | PictureRefusal;
export type Reported = Outcome<null, ScreenRefusal>;

export type SectionGroup<Report> = {
  readonly key: string;
  readonly first: Report;
  readonly reports: readonly Report[];
  /** How many different students they are from. */
  readonly people: number;
};

type Groupable = Place & { readonly studentId: string };

/** Reports of one section together, in the order in which the first of each comes. */
export function groupedBySection<Report extends Groupable>(reports: readonly Report[]): SectionGroup<Report>[] {
  const groups = Map.groupBy(reports, ({ module, lesson, anchor }) => `${module}/${lesson}#${anchor}`);
  return [...groups].flatMap(([key, own]) => {
    const [first] = own;
    return first ? [{ key, first, reports: own, people: new Set(own.map(({ studentId }) => studentId)).size }] : [];
  });
}

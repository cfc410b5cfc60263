import type { Word } from "../course/requirement.ts";

/** What a cohort has last said of a lesson, and on which day. */
export type Kept = Pick<Word, "isRequired" | "since"> & { readonly changedOn: string };

/** `byAuthor`: whether the lesson is required as its author has it. Days are those of the course, as YYYY-MM-DD. */
type Wish = { readonly isRequired: boolean; readonly byAuthor: boolean; readonly today: string };

/**
 * What the cohort says from now on; null where that is what the author says. What is required anew is asked from tomorrow
 * on, so that whoever has finished without it stays finished; a change that is taken back on its day has never been.
 */
export function wordAfter(kept: Kept | null, { isRequired, byAuthor, today }: Wish): Omit<Kept, "changedOn"> | null {
  const before = kept ?? { isRequired: byAuthor, since: null, changedOn: null };
  const isAnew = isRequired && !before.isRequired && before.changedOn !== today;
  const since = isAnew ? dayAfter(today) : before.since;
  return isRequired === byAuthor && since === null ? null : { isRequired, since };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

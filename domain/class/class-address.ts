import { type MatrixWish, wordsOf } from "./matrix.ts";

export const VIEWS = ["steps", "trouble", "days"] as const;
export type View = (typeof VIEWS)[number];

export const viewIn = (word: unknown): View => VIEWS.find((view) => view === word) ?? "steps";

/** Which class, and what of it. */
export type ClassPlace = { readonly cohort: string | null; readonly view: View };

export function classHref({ cohort, view }: ClassPlace, wish: Partial<MatrixWish> = {}): string {
  const words = new URLSearchParams();
  if (cohort !== null) words.set("cohort", cohort);
  if (view !== "steps") words.set("view", view);
  for (const [key, word] of wordsOf(wish)) words.set(key, word);
  return words.size === 0 ? "/desk/class" : `/desk/class?${words}`;
}

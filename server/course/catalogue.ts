import "server-only";
import { catalogueFor, SHELVES, type Shelf, shelfOf } from "#domain/cause/catalogue";
import { answers, wordsOf } from "#domain/cause/search";
import type { Locale } from "#domain/course/course";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import { offeredProviders } from "../environment.ts";
import { type CausePage, readCausePage } from "./cause-page.ts";
import { textOf } from "./markdown/text.ts";
import type { Audience } from "./recent-course.ts";

export type Shelved = { readonly shelf: Shelf; readonly causes: readonly CausePage[] };

/** The pages that hold the question's words, or the cause of the message that it is; all of them for no question. */
export async function readCatalogue(
  directory: string,
  locale: Locale,
  question: string,
  audience: Audience = {},
): Promise<readonly Shelved[]> {
  const causes = catalogueFor(audience.providers ?? offeredProviders());
  const pages = await Promise.all(causes.map((cause) => readCausePage(directory, locale, cause, audience)));
  const found = pages.filter((page) => page !== null).filter(asked(question));
  const shelves = SHELVES.map((shelf) => ({ shelf, causes: found.filter(({ cause }) => shelfOf(cause) === shelf) }));
  return shelves.filter((shelf) => shelf.causes.length > 0);
}

function asked(question: string): (page: CausePage) => boolean {
  if (wordsOf(question).length === 0) return () => true;
  const { cause: meant } = diagnoseText(question);
  return ({ cause, title, short, words, explanation }) =>
    cause === meant || answers(question, [cause, title, short, ...words, textOf(explanation)]);
}

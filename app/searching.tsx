import { getTranslations } from "next-intl/server";
import { SearchOpener } from "#components/search/search-opener";
import { searchWords } from "#components/search/search-words";
import { prepareSearch } from "#server/search/queries";
import type { Viewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

/** The search behind every page of whoever is signed in. */
export async function Searching({ looking }: { readonly looking: Viewer }) {
  const locale = await currentLocale();
  prepareSearch(locale);
  const words = searchWords(await getTranslations("search"));
  return <SearchOpener words={words} locale={locale} mayAsk={looking.student !== null} />;
}

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Shelf } from "#domain/cause/catalogue";
import type { CauseView } from "./cause-view.tsx";
import { TellingWords } from "./telling-words.tsx";

type Props = { readonly shelf: Shelf; readonly causes: readonly CauseView[] };

/** So that a list stays a list; the page of the cause has them all. */
const FEW_WORDS = 2;

/** The causes of one kind, each with the words by which it is recognised. */
export function CauseShelf({ shelf, causes }: Props) {
  const t = useTranslations("cause.shelf");
  const own = useLocale();
  return (
    <section aria-labelledby={`shelf-${shelf}`}>
      <h2 id={`shelf-${shelf}`} className="font-bold text-xl">
        {t(shelf)}
      </h2>
      <ul className="mt-3 divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
        {causes.map(({ cause, locale, title, words }) => (
          <li key={cause} className="space-y-2 px-5 py-4">
            <Link
              href={`/causes/${cause}`}
              prefetch={false}
              lang={locale === own ? undefined : locale}
              className="link link-hover inline-block py-1 font-semibold"
            >
              {title}
            </Link>
            {words.length > 0 && <TellingWords words={words.slice(0, FEW_WORDS)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

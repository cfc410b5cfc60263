import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Finding } from "#domain/search/finding";
import { FindingBody } from "./finding-body.tsx";
import { kindWords } from "./search-words.tsx";

/** What was found, best first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const kinds = kindWords(useTranslations("search"));
  const locale = useLocale();
  return (
    <ol className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.href}`}>
          <Link
            href={finding.href}
            prefetch={false}
            className="flex items-start gap-3 px-5 py-4 hover:bg-base-200/60 focus-visible:-outline-offset-2"
          >
            <FindingBody finding={finding} kinds={kinds} locale={locale} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

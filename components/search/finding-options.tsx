import Link from "next/link";
import type { Finding } from "#domain/search/finding";
import { FindingBody } from "./finding-body.tsx";
import type { SearchWords } from "./search-words.tsx";

export const optionId = (place: number): string => `search-option-${place}`;

type Props = {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly chosen: number;
  readonly words: SearchWords;
  readonly locale: string;
};

/** What can be chosen below the field. Each is a link as well, for a mouse and a second tab. */
export function FindingOptions({ id, findings, chosen, words, locale }: Props) {
  return (
    <div id={id} role="listbox" aria-label={words.results} className="space-y-1">
      {findings.map((finding, place) => (
        <Link
          key={`${finding.kind} ${finding.href}`}
          id={optionId(place)}
          role="option"
          aria-selected={place === chosen}
          tabIndex={-1}
          href={finding.href}
          prefetch={false}
          className="flex items-start gap-3 rounded-field border-2 border-transparent px-2 py-2 hover:bg-base-200 aria-selected:border-primary aria-selected:bg-base-200"
        >
          <FindingBody finding={finding} kinds={words.kinds} locale={locale} />
        </Link>
      ))}
    </div>
  );
}

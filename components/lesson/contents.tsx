import { useTranslations } from "next-intl";
import type { Step } from "#domain/course/course";

type Entry = { readonly anchor: string; readonly title: string; readonly depth: number };
type Props = {
  readonly headings: readonly Entry[];
  readonly steps: readonly Step[];
  readonly lang: string | undefined;
};

const LEAST = 3;

/** The headings of a page whose list of steps does not show them already; nothing where there are few. */
export function Contents({ headings, steps, lang }: Props) {
  const t = useTranslations("page");
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  const others = shown.filter(({ anchor }) => steps.every((step) => step.anchor !== anchor));
  if (others.length < LEAST) return null;
  return (
    <nav aria-labelledby="contents" className="rounded-box border border-base-300 bg-base-100 p-5 max-lg:hidden">
      <h2 id="contents" className="font-bold">
        {t("contents")}
      </h2>
      <ol lang={lang} className="mt-3 space-y-2 text-sm">
        {shown.map(({ anchor, title, depth }) => (
          <li key={anchor} className={depth === 3 ? "pl-4" : ""}>
            <a href={`#${anchor}`} className="link link-hover">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

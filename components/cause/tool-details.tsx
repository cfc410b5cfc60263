import type { Root } from "hast";
import { useLocale } from "next-intl";
import { Prose } from "#components/course/prose";
import type { DetailedTool } from "#domain/cause/details";
import type { Locale } from "#domain/course/course";

export type ToolView = {
  readonly tool: DetailedTool;
  readonly locale: Locale;
  readonly title: string;
  readonly body: Root;
};

/** Where a tool shows the details of an error, with a drawing. Whoever shows it gives it a heading. */
export function ToolDetails({ page: { locale, body } }: { readonly page: ToolView }) {
  const own = useLocale();
  return <Prose tree={body} lang={locale === own ? undefined : locale} />;
}

/** All tools, one below the other, each to be opened; without JavaScript too. */
export function ToolChoice({ pages }: { readonly pages: readonly ToolView[] }) {
  const own = useLocale();
  return (
    <ul className="space-y-2">
      {pages.map((page) => (
        <li key={page.tool}>
          <details className="rounded-box border border-base-300 bg-base-100">
            <summary
              lang={page.locale === own ? undefined : page.locale}
              className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold"
            >
              {page.title}
            </summary>
            <div className="px-4 pb-4">
              <ToolDetails page={page} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  /** One sentence that says what the picture shows. */
  readonly words: string;
  readonly table: ReactNode;
  readonly children: ReactNode;
};

/** A picture, said in one sentence to whoever does not see it, with its numbers behind it. */
export function Picture({ words, table, children }: Props) {
  const t = useTranslations("class");
  return (
    <>
      <div role="img" aria-label={words}>
        {children}
      </div>
      <details className="mt-4 text-sm">
        <summary className="w-fit cursor-pointer py-1 font-semibold">{t("table")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
        <section className="overflow-x-auto" aria-label={t("tableOf", { words })} tabIndex={0}>
          {table}
        </section>
      </details>
    </>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ClassPlace, classHref } from "#domain/class/class-address";
import type { MatrixWish } from "#domain/class/matrix";

type Page = {
  readonly people: readonly { readonly id: string }[];
  readonly total: number;
  readonly skipped: number;
};

/** Which people of how many are shown. */
export function MatrixCount({ page: { people, total, skipped } }: { readonly page: Page }) {
  const t = useTranslations("class.matrix");
  return (
    <p role="status" className="num text-base-content/70 text-sm">
      {total === 0 ? t("none") : t("shown", { from: skipped + 1, to: skipped + people.length, count: total })}
    </p>
  );
}

type Props = { readonly page: Page; readonly place: ClassPlace; readonly wish: MatrixWish };

/** The way to the others. */
export function MatrixPager({ page: { people, total, skipped }, place, wish }: Props) {
  const t = useTranslations("class.matrix");
  const hrefAt = (mark: Partial<MatrixWish>) => classHref(place, { ...wish, after: null, before: null, ...mark });
  const [hasPrevious, hasNext] = [skipped > 0, skipped + people.length < total];
  if (!hasPrevious && !hasNext) return null;
  return (
    <nav aria-label={t("pages")} className="no-print flex flex-wrap gap-2">
      {hasPrevious && (
        <Link href={hrefAt({ before: people[0]?.id ?? null })} prefetch={false} className="btn btn-outline min-h-11">
          {t("previous")}
        </Link>
      )}
      {hasNext && (
        <Link href={hrefAt({ after: people.at(-1)?.id ?? null })} prefetch={false} className="btn btn-outline min-h-11">
          {t("next")}
        </Link>
      )}
    </nav>
  );
}

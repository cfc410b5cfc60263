import Link from "next/link";
import { useTranslations } from "next-intl";
import { addressOf, type DeskView } from "#domain/desk/view";

type Props = { readonly view: DeskView; readonly pages: number };

export function Pages({ view, pages }: Props) {
  const t = useTranslations("desk");
  if (pages < 2) return null;
  const to = (page: number) => addressOf({ ...view, page });
  return (
    <nav aria-label={t("pages")} className="num mt-4 flex items-center gap-3">
      {view.page > 1 && (
        <Link href={to(view.page - 1)} className="btn btn-outline min-h-11">
          {t("previousPage")}
        </Link>
      )}
      <p>{t("pageOf", { page: view.page, pages })}</p>
      {view.page < pages && (
        <Link href={to(view.page + 1)} className="btn btn-outline min-h-11">
          {t("nextPage")}
        </Link>
      )}
    </nav>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";

type Props = { readonly isHandled: boolean; readonly open: number; readonly handled: number };

/** Which of the two lists is shown, as links. */
export function ScreenFilters({ isHandled, open, handled }: Props) {
  const t = useTranslations("screens.desk");
  const filters = [
    { href: "/desk/screens", words: t("open"), count: open, isCurrent: !isHandled },
    { href: "/desk/screens?show=handled", words: t("handled"), count: handled, isCurrent: isHandled },
  ];
  return (
    <nav aria-label={t("filters")} className="mt-4 flex flex-wrap gap-2">
      {filters.map(({ href, words, count, isCurrent }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent ? "page" : undefined}
          className={`btn min-h-11 ${isCurrent ? "btn-outline" : "btn-quiet"}`}
        >
          {words} <span className="num text-base-content/70">{count}</span>
        </Link>
      ))}
    </nav>
  );
}

import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** In one fixed place of every page, except on a phone while a test is going on, which needs the room; the key that opens it as well is told where there is a keyboard. */
export function SearchLink() {
  const t = useTranslations("search");
  return (
    <Link
      href="/search"
      prefetch={false}
      className="btn btn-ghost btn-square size-11 max-sm:running:hidden"
      aria-label={t("open")}
      aria-keyshortcuts="/"
      title={t("openHint")}
    >
      <Search className="size-5" aria-hidden="true" />
    </Link>
  );
}

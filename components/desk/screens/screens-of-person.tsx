import Link from "next/link";
import { useTranslations } from "next-intl";

/** One line about a student, where there is something to look at. */
export function ScreensOfPerson({ count }: { readonly count: number }) {
  const t = useTranslations("screens.desk");
  if (count === 0) return null;
  return (
    <Link className="link link-hover num mt-1 inline-block text-base-content/70 text-sm" href="/desk/screens">
      {t("ofPerson", { count })}
    </Link>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";

/** For whoever would rather look a message up than paste it. */
export function CatalogueLink() {
  const t = useTranslations("cause");
  return (
    <p className="text-sm">
      <Link href="/causes" prefetch={false} className="link link-primary inline-block py-1">
        {t("all")}
      </Link>
    </p>
  );
}

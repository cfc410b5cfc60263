import { useTranslations } from "next-intl";

export function SkipLink() {
  const t = useTranslations("app");
  return (
    <a href="#content" className="btn btn-primary fixed top-2 left-2 z-30 not-focus:sr-only">
      {t("skipToContent")}
    </a>
  );
}

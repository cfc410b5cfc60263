import { useFormatter, useTranslations } from "next-intl";

export function Duration({ ms }: { readonly ms: number | null }) {
  const t = useTranslations("time");
  const format = useFormatter();
  if (ms === null) return null;
  const seconds = format.number(ms / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return <span className="num shrink-0 text-base-content/70 text-sm">{t("seconds", { seconds })}</span>;
}

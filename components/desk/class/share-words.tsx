import { useTranslations } from "next-intl";
import { percentOf, type Share } from "#domain/class/share";

/** `15 z 20 · 75%`, and a dash where there is nobody to divide by. */
export function ShareWords({ count, of }: Share) {
  const t = useTranslations("class");
  const percent = percentOf({ count, of });
  if (percent === null) return <span>{t("dash")}</span>;
  return (
    <span className="whitespace-nowrap">
      {t("shareOf", { count, of })} · {t("percent", { percent })}
    </span>
  );
}

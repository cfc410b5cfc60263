import { useFormatter, useTranslations } from "next-intl";
import { useDay } from "#components/ui/day";

/** What the picture costs the student, and when that was looked up. */
export type ImagePrice = { readonly microUsd: number; readonly checked: Date; readonly groszy: number };

type Props = { readonly price: ImagePrice; readonly required?: boolean };

/** Asks by name and price, each time anew. */
export function ImageConsent({ price, required = false }: Props) {
  const t = useTranslations("test");
  const format = useFormatter();
  const day = useDay();
  const usd = format.number(price.microUsd / 1_000_000, {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: 3,
  });
  const date = day(price.checked);
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input type="checkbox" name="image" value="yes" className="checkbox" required={required} />
      <span className="text-sm sm:text-base">{t("imageConsent", { groszy: price.groszy, usd, date })}</span>
    </label>
  );
}

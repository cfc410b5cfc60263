import { Info } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { daysBetween, FRESH_DAYS, isStale } from "#domain/course/freshness";
import { dayOf } from "#domain/credential/expiry";

type Props = {
  /** The day on which an author last compared the lesson with the real screens. */
  readonly day: string;
  /** Without what a student is to think of it. */
  readonly isBare?: boolean;
};

/** How old the pictures of the provider's screens are, and what to think of it where that is old. */
export function Checked({ day, isBare = false }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const days = daysBetween(day, dayOf(useNow()));
  const date = format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "long", year: "numeric" });
  const ago = days === 0 ? t("screens.today") : t("time.daysAgo", { count: days });
  return (
    <>
      <span>{t("screens.checked", { date, ago })}</span>
      {!isBare && isStale(days) && (
        <span className="mt-1 flex max-w-prose basis-full items-start gap-2">
          <Info className="mt-0.5 size-4 shrink-0 text-info" aria-hidden="true" />
          {t("screens.stale", { days: FRESH_DAYS })}
        </span>
      )}
    </>
  );
}

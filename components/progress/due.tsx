import { CalendarClock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Due } from "#domain/cohort/due";

type Props = { readonly due: Due; readonly className?: string };

/** Until when a lesson is to be done, said in words: no colour tells that the day is over. */
export function DueLine({ due: { at, when, weekday, isFar }, className = "" }: Props) {
  const t = useTranslations("due");
  const day = useFormatter().dateTime(at, { day: "numeric", month: "long", ...(isFar && { year: "numeric" }) });
  return (
    <span className={`num flex items-start gap-1.5 ${className}`}>
      <CalendarClock className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <time dateTime={at.toISOString()}>{t(when, { weekday, day })}</time>
    </span>
  );
}

import { useFormatter, useNow, useTranslations } from "next-intl";
import { useDay } from "./day.tsx";

type Props = { readonly at: Date };

/** A moment as people say it: `dziś, 14:05`, or the date and the time. */
export function Moment({ at }: Props) {
  const format = useFormatter();
  const t = useTranslations("time");
  const day = useDay();
  const time = format.dateTime(at, { hour: "2-digit", minute: "2-digit" });
  const isToday = day(at) === day(useNow());
  return <time dateTime={at.toISOString()}>{isToday ? t("today", { time }) : `${day(at)}, ${time}`}</time>;
}

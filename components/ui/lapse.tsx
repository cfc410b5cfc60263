import { useNow, useTranslations } from "next-intl";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Props = { readonly since: Date; readonly form: "ago" | "for" };

/** How long ago something was, or for how long it has lasted. */
export function Lapse({ since, form }: Props) {
  const t = useTranslations("time");
  const lapse = Math.max(0, useNow().getTime() - since.getTime());
  const words = () => {
    if (lapse < MINUTE_MS) return t(form === "ago" ? "justNow" : "forNow");
    if (lapse < HOUR_MS)
      return t(form === "ago" ? "minutesAgo" : "forMinutes", { count: Math.floor(lapse / MINUTE_MS) });
    if (lapse < DAY_MS) return t(form === "ago" ? "hoursAgo" : "forHours", { count: Math.floor(lapse / HOUR_MS) });
    return t(form === "ago" ? "daysAgo" : "forDays", { count: Math.floor(lapse / DAY_MS) });
  };
  return <time dateTime={since.toISOString()}>{words()}</time>;
}

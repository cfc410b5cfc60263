import { useFormatter, useLocale } from "next-intl";

/** `3.09`, as in `działało 3.09`. */
export function useShortDay(): (at: Date) => string {
  const format = useFormatter();
  const isPolish = useLocale() === "pl";
  return (at) => format.dateTime(at, { day: "numeric", month: isPolish ? "2-digit" : "short" });
}

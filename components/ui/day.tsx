import { useFormatter, useLocale } from "next-intl";

/** Writes a day as 12.09.2026; in English with the month in letters, which nobody reads the wrong way round. */
export function useDay(): (date: Date) => string {
  const format = useFormatter();
  const isPolish = useLocale() === "pl";
  const form = {
    day: isPolish ? "2-digit" : "numeric",
    month: isPolish ? "2-digit" : "short",
    year: "numeric",
  } as const;
  return (date) => format.dateTime(date, form);
}

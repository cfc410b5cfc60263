import "server-only";
import { createFormatter } from "use-intl/core";
import type { Locale } from "#domain/course/course";
import { TIME_ZONE } from "./translator.ts";

type Moments = {
  readonly date: (at: Date) => string;
  readonly moment: (at: Date) => string;
  /** `4 grudnia`, with the year where it is far away. */
  readonly dueDay: (due: { readonly at: Date; readonly isFar: boolean }) => string;
};

/** How a date and a moment are written outside a page: `3.09` and `3.09.2026, 14:05`; in English with the month in letters. */
export function momentsIn(locale: Locale): Moments {
  const format = createFormatter({ locale, timeZone: TIME_ZONE });
  const day = { day: "numeric", month: locale === "pl" ? "2-digit" : "short" } as const;
  return {
    date: (at) => format.dateTime(at, day),
    moment: (at) => format.dateTime(at, { ...day, year: "numeric", hour: "2-digit", minute: "2-digit" }),
    dueDay: ({ at, isFar }) =>
      format.dateTime(at, { day: "numeric", month: "long", ...(isFar && { year: "numeric" }) }),
  };
}

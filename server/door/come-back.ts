import "server-only";
import type { Locale } from "#domain/course/course";
import { TIME_ZONE, translatorFor } from "../wording/translator.ts";

const MINUTE_S = 60;

/** When a limit that was met has ended, in words: the one way in which pages, forms and routes say so. */
export function comeBack(locale: Locale, retryAfterSeconds: number, now: Date): string {
  const at = new Date(now.getTime() + retryAfterSeconds * 1000);
  const time = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: "2-digit", minute: "2-digit" }).format(at);
  return translatorFor(locale)("tooMany.when", { time, minutes: Math.ceil(retryAfterSeconds / MINUTE_S) });
}

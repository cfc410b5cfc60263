import "server-only";
import type { Locale } from "#domain/course/course";
import { dayOf } from "#domain/credential/expiry";
import { currentLocale } from "../wording/locale.ts";
import { TIME_ZONE, translatorFor } from "../wording/translator.ts";

const MINUTE_S = 60;
/** From here on nobody counts minutes. */
const LONG_S = 90 * MINUTE_S;
/** No limit lasts longer than a day; a minute more for the way from answer to page. */
const LONGEST_S = (24 * 60 + 1) * MINUTE_S;

/** A refusal that ends by itself. */
type Held = { readonly retryAfterSeconds?: number };

/** When a limit that was met has ended, in words: the one way in which pages, forms and routes say so. */
export function comeBack(locale: Locale, seconds: number, now: Date): string {
  const at = new Date(now.getTime() + seconds * 1000);
  const time = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: "2-digit", minute: "2-digit" }).format(at);
  const t = translatorFor(locale);
  if (seconds > LONG_S) return t("tooMany.later", { time, day: dayOf(at) === dayOf(now) ? "today" : "tomorrow" });
  return t("tooMany.when", { time, minutes: Math.ceil(seconds / MINUTE_S) });
}

/** The same for a form that is shown again; nothing for a refusal that does not end by itself. */
export const whenAgain = async ({ retryAfterSeconds }: Held): Promise<string> =>
  retryAfterSeconds === undefined ? "" : comeBack(await currentLocale(), retryAfterSeconds, new Date());

/** The same for an address: one more parameter, `again`, a moment in seconds. */
export const againAt = ({ retryAfterSeconds }: Held): string =>
  retryAfterSeconds === undefined ? "" : `&again=${Math.ceil(Date.now() / 1000) + retryAfterSeconds}`;

/** The words for the parameter `again`; none where the time has come, or where it is no time of ours. */
export async function whenAgainOf(again: string | string[] | undefined): Promise<string> {
  const seconds = Number(again) - Math.floor(Date.now() / 1000);
  return seconds > 0 && seconds <= LONGEST_S ? whenAgain({ retryAfterSeconds: seconds }) : "";
}

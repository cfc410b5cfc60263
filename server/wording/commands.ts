import "server-only";
import type { Locale } from "#domain/course/course";
import { database } from "../database/client.ts";
import type { Person } from "../viewer.ts";
import { LOCALE_COOKIE } from "./locale.ts";

const YEAR_S = 365 * 24 * 3600;
type CookieJar = { set(name: string, value: string, options: object): unknown };

/** Kept with the person, for mail, and in the browser, for pages. */
export async function chooseLocale(person: Person, locale: Locale, cookies: CookieJar): Promise<void> {
  await database().user.updateMany({ where: { id: person.id }, data: { locale } });
  cookies.set(LOCALE_COOKIE, locale, { maxAge: YEAR_S, sameSite: "lax", path: "/" });
}

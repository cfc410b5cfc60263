import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Locale } from "#domain/course/course";

export const LOCALE_COOKIE = "rozruch-locale";

/** The language chosen in this browser, else the first of the browser's own that we speak, else Polish. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (chosen === "pl" || chosen === "en") return chosen;
  const wished = (await headers()).get("accept-language") ?? "";
  const known = wished.split(",").map((entry) => entry.trim().slice(0, 2).toLowerCase());
  return known.find((language) => language === "pl" || language === "en") === "en" ? "en" : "pl";
});

import "server-only";
import { createTranslator } from "use-intl/core";
import type { Locale } from "#domain/course/course";
import en from "../../messages/en.json" with { type: "json" };
import pl from "../../messages/pl.json" with { type: "json" };

export type Messages = typeof pl;
export const MESSAGES: Record<Locale, Messages> = { pl, en };
export const TIME_ZONE = "Europe/Warsaw";

/** For text that is written outside a page: mail. */
export const translatorFor = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], timeZone: TIME_ZONE });

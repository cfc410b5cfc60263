import "server-only";
import { getRequestConfig } from "next-intl/server";
import { currentLocale } from "./locale.ts";
import { MESSAGES, TIME_ZONE } from "./translator.ts";

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: MESSAGES[locale], timeZone: TIME_ZONE, now: new Date() };
});

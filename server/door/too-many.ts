import "server-only";
import { currentLocale } from "../wording/locale.ts";
import { translatorFor } from "../wording/translator.ts";
import { comeBack } from "./come-back.ts";
import { plainPage } from "./plain-page.ts";

/** Says in words when to come back, with the status and the header that programs look for. */
export async function tooMany(request: Request, retryAfterSeconds: number, back: string): Promise<Response> {
  const headers = { "retry-after": String(retryAfterSeconds), "cache-control": "no-store" };
  if (/application\/json/.test(request.headers.get("accept") ?? "")) {
    return Response.json({ error: "too_many", retryAfterSeconds }, { status: 429, headers });
  }
  const page = await pageOf(retryAfterSeconds, back);
  return new Response(page, { status: 429, headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
}

async function pageOf(seconds: number, back: string): Promise<string> {
  const locale = await currentLocale();
  const t = translatorFor(locale);
  return plainPage({
    locale,
    title: t("tooMany.title"),
    paragraphs: [comeBack(locale, seconds, new Date()), t("tooMany.kept")],
    link: { href: back, label: t("tooMany.back") },
  });
}

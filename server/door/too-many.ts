import "server-only";
import { currentLocale } from "../wording/locale.ts";
import { TIME_ZONE, translatorFor } from "../wording/translator.ts";

const MINUTE_S = 60;

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
  const at = new Date(Date.now() + seconds * 1000);
  const time = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: "2-digit", minute: "2-digit" }).format(at);
  const when = t("tooMany.when", { time, minutes: Math.ceil(seconds / MINUTE_S) });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${t("tooMany.title")} · Rozruch</title>
<style>${LOOK}</style>
</head>
<body><main>
<h1>${t("tooMany.title")}</h1>
<p>${when}</p>
<p>${t("tooMany.kept")}</p>
<p><a href="${back}">${t("tooMany.back")}</a></p>
</main></body>
</html>`;
}

/** Stands by itself: an answer of a route has none of the pages' styles. Colours as in app/globals.css. */
const LOOK = `
:root { color-scheme: light dark; --ground: #faf8f3; --ink: #1d2330; --link: #0f5c4f }
@media (prefers-color-scheme: dark) { :root { --ground: #14181f; --ink: #e9e7e0; --link: #5fd3b3 } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 Figtree, system-ui, sans-serif }
main { max-width: 32rem; margin: 0 auto; padding: 4rem 1rem }
h1 { font-size: 1.875rem; line-height: 1.25 }
a { display: inline-block; padding: .625rem 0; color: var(--link) }
`;

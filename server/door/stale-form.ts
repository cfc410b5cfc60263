import "server-only";
import { currentLocale } from "../wording/locale.ts";
import { translatorFor } from "../wording/translator.ts";
import { plainPage } from "./plain-page.ts";

/** For a form that was not shown to this session: from elsewhere, or from before its person signed in anew. */
export async function staleForm(back: string): Promise<Response> {
  const locale = await currentLocale();
  const t = translatorFor(locale);
  const page = plainPage({
    locale,
    title: t("staleForm.title"),
    paragraphs: [t("staleForm.why"), t("staleForm.what")],
    link: { href: back, label: t("staleForm.back") },
  });
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return new Response(page, { status: 403, headers });
}

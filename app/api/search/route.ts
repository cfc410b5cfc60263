import { getTranslations } from "next-intl/server";
import { isFromHere, readForm } from "#server/door/guard";
import { tooMany } from "#server/door/too-many";
import { countTyping } from "#server/search/commands";
import { searchFor } from "#server/search/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";

/** As many as fit on a screen below the field. */
const FEW = 8;

/** What is found while somebody types. Posted, so that no address and no log of addresses has the question. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const looking = await requireViewer();
  const form = await readForm(request);
  if (!form) return new Response(null, { status: 400 });
  const counted = await countTyping(looking);
  if (!counted.allowed) return tooMany(request, counted.retryAfterSeconds, "/search");
  const [found, t] = await Promise.all([
    searchFor(looking, form.get("q") ?? "", { locale: await currentLocale(), most: FEW }),
    getTranslations("search"),
  ]);
  const said = t(`said.${found.match}`, { count: found.findings.length });
  return Response.json({ ...found, said }, { headers: { "cache-control": "no-store" } });
}

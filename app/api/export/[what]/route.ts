import { notFound } from "next/navigation";
import { z } from "zod";
import { isFromAnotherSite, seeOther } from "#server/door/guard";
import { tooMany } from "#server/door/too-many";
import { countRosterExport } from "#server/export/commands";
import { cohortsExported, EXPORTS, fileOfTable } from "#server/export/queries";
import { requireManager, requireRecentSignIn } from "#server/viewer";

const Query = z.object({
  what: z.enum(EXPORTS),
  cohort: z.uuid().nullable(),
  shape: z.enum(["csv", "json"]).catch("csv"),
  separator: z.enum(["comma", "semicolon"]).catch("semicolon"),
});
const TYPES = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** A table of other people's data as a file, written while it is read. */
export async function GET(request: Request, { params }: { params: Promise<{ what: string }> }): Promise<Response> {
  const manager = await requireManager();
  await requireRecentSignIn("/desk/cohorts");
  if (isFromAnotherSite(request)) return seeOther("/desk/cohorts");
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = Query.safeParse({ cohort: null, ...asked, ...(await params) });
  if (!query.success || cohortsExported(manager, query.data.cohort) === 0) notFound();
  const { what, cohort, shape, separator } = query.data;
  const limited = await countRosterExport(manager, what, cohortsExported(manager, cohort));
  if (!limited.allowed) return tooMany(request, limited.retryAfterSeconds, "/desk/cohorts");
  const file = await fileOfTable(manager, { what, cohort, shape, separator: separator === "comma" ? "," : ";" });
  return new Response(file, {
    headers: {
      "content-type": TYPES[shape],
      "content-disposition": `attachment; filename="rozruch-${what}.${shape}"`,
      "cache-control": "no-store",
    },
  });
}

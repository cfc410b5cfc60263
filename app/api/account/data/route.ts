import { countExport } from "#server/account/commands";
import { ownDataOf } from "#server/account/queries";
import { isFromAnotherSite, seeOther } from "#server/door/guard";
import { tooMany } from "#server/door/too-many";
import { requireRecentSignIn } from "#server/viewer";

/** Everything that the portal holds of whoever asks, as a file. */
export async function GET(request: Request): Promise<Response> {
  const { person } = await requireRecentSignIn("/account");
  // A link elsewhere would use up how often this may be asked, and lay a file about a person on the disk of whoever clicked.
  if (isFromAnotherSite(request)) return seeOther("/account");
  const limited = await countExport(person);
  if (!limited.allowed) return tooMany(request, limited.retryAfterSeconds, "/account");
  return new Response(JSON.stringify(await ownDataOf(person), null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="rozruch-moje-dane.json"',
      "cache-control": "no-store",
    },
  });
}

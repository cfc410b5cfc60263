import { cookies } from "next/headers";
import { ipOf, isFromHere } from "#server/door/guard";
import { tooMany } from "#server/door/too-many";
import { askForPasskey } from "#server/passkey/commands";
import { passkeyCookie } from "#server/sign-in/door-cookie";

/** What the browser is to have signed by a passkey of whoever sits there. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const asked = await askForPasskey(request.headers.get("origin"), ipOf(request.headers));
  if (!asked.ok)
    return asked.refusal === "too_many"
      ? tooMany(request, asked.retryAfterSeconds ?? 60, "/login")
      : new Response(null, { status: 404 });
  passkeyCookie.keep(await cookies(), asked.value.browserToken);
  return Response.json(asked.value.options, { headers: { "cache-control": "no-store" } });
}

import { cookies } from "next/headers";
import { arrived, arrivingBy } from "#server/door/arriving";
import { isFromHere, readJson } from "#server/door/guard";
import { redeemPasskey } from "#server/sign-in/commands";
import { passkeyCookie } from "#server/sign-in/door-cookie";

const refusal = (words: string): Response =>
  Response.json({ refusal: words }, { status: 401, headers: { "cache-control": "no-store" } });

/** Takes what a passkey has signed, and says where to go on to. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return new Response(null, { status: 403 });
  const [answer, jar] = [await readJson(request), await cookies()];
  const browserToken = passkeyCookie.heldBy(jar);
  if (!answer || !browserToken) return refusal("expired");
  const opened = await redeemPasskey(answer, browserToken, arrivingBy("passkey", request, jar));
  if (!opened.ok) return refusal(opened.refusal);
  const { path, cookies: set } = arrived(opened.value, jar, passkeyCookie.forgotten());
  const headers = new Headers({ "cache-control": "no-store" });
  for (const cookie of set) headers.append("set-cookie", cookie);
  return Response.json({ path }, { headers });
}

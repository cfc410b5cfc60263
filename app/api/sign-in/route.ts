import { cookies } from "next/headers";
import { ipOf, isFromHere, readForm, seeOther } from "#server/door/guard";
import { browserTokenIn, forgottenBrowserToken } from "#server/sign-in/browser-cookie";
import { redeemCode, redeemLink } from "#server/sign-in/commands";

/** Where a link or a code is used up. Only a POST of our own pages comes this far: opening a link uses up nothing. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return seeOther("/login?error=not_allowed");
  const form = await readForm(request);
  const browserToken = browserTokenIn(await cookies());
  if (!form || !browserToken) return seeOther("/login?error=expired");
  const link = form.get("link");
  const opened = link
    ? await redeemLink(link, browserToken)
    : await redeemCode(form.get("code") ?? "", browserToken, ipOf(request.headers));
  if (opened.ok) return seeOther("/", [...opened.value, forgottenBrowserToken()]);
  return seeOther(opened.refusal === "wrong_code" ? "/login/sent?error=wrong_code" : `/login?error=${opened.refusal}`);
}

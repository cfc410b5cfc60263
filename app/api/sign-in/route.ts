import { cookies } from "next/headers";
import { arrivingBy, welcome } from "#server/door/arriving";
import { ipOf, isFromHere, readForm, seeOther } from "#server/door/guard";
import { tooMany } from "#server/door/too-many";
import { redeemCode, redeemLink } from "#server/sign-in/commands";
import { mailCookie } from "#server/sign-in/door-cookie";

/** Where a link or a code is used up. Only a POST of our own pages comes this far: opening a link uses up nothing. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return seeOther("/login?error=not_allowed");
  const [form, jar] = [await readForm(request), await cookies()];
  const browserToken = mailCookie.heldBy(jar);
  if (!form || !browserToken) return seeOther("/login?error=expired");
  const link = form.get("link");
  const by = arrivingBy("mail", request, jar);
  const opened = link
    ? await redeemLink(link, browserToken, by)
    : await redeemCode(form.get("code") ?? "", browserToken, { ip: ipOf(request.headers), by });
  if (opened.ok) return welcome(opened.value, jar, mailCookie.forgotten());
  if (opened.refusal === "too_many") return tooMany(request, opened.retryAfterSeconds ?? 60, "/login/sent");
  return seeOther(opened.refusal === "wrong_code" ? "/login/sent?error=wrong_code" : `/login?error=${opened.refusal}`);
}

import { cookies } from "next/headers";
import { hasDemoSignIn } from "#server/demo/queries";
import { arrivingBy } from "#server/door/arriving";
import { isFromHere, readForm, seeOther } from "#server/door/guard";
import { signInToDemo } from "#server/sign-in/commands";
import { demoAccounts } from "#server/sign-in/queries";

/** The demo's accounts at one click. Outside the demo there is no such page. */
export async function POST(request: Request): Promise<Response> {
  if (!hasDemoSignIn()) return new Response(null, { status: 404 });
  if (!isFromHere(request)) return seeOther("/login?error=not_allowed");
  const email = (await readForm(request))?.get("email");
  const account = (await demoAccounts()).find((known) => known.email === email);
  const opened = account && (await signInToDemo(account.email, arrivingBy("demo", request, await cookies())));
  return opened?.ok ? seeOther("/", opened.value) : seeOther("/login?error=expired");
}

import { cookies } from "next/headers";
import { hasDemoSignIn } from "#server/demo/queries";
import { arrivingBy, welcome } from "#server/door/arriving";
import { isFromHere, readForm, seeOther } from "#server/door/guard";
import { signInToDemo } from "#server/sign-in/commands";
import { demoAccounts } from "#server/sign-in/queries";

/** The demo's accounts at one click. Outside the demo there is no such page. */
export async function POST(request: Request): Promise<Response> {
  if (!hasDemoSignIn()) return new Response(null, { status: 404 });
  if (!isFromHere(request)) return seeOther("/login?error=not_allowed");
  const email = (await readForm(request))?.get("email");
  const account = (await demoAccounts()).find((known) => known.email === email);
  const jar = await cookies();
  const opened = account && (await signInToDemo(account.email, arrivingBy("demo", request, jar)));
  return opened?.ok ? welcome(opened.value, jar) : seeOther("/login?error=expired");
}

import { cookies } from "next/headers";
import { arrivingBy, welcome } from "#server/door/arriving";
import { seeOther } from "#server/door/guard";
import { identityProviderNamed } from "#server/external-account/queries";
import { redeemElsewhere } from "#server/sign-in/commands";
import { elsewhereCookie } from "#server/sign-in/door-cookie";

type Props = { params: Promise<{ provider: string }> };

/**
 * Where the account elsewhere sends somebody back to. It comes by GET from another site, so what stands for the origin
 * here are state, nonce and PKCE, which only the browser that asked holds.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const provider = identityProviderNamed((await params).provider);
  if (!provider) return new Response(null, { status: 404 });
  const jar = await cookies();
  const kept = elsewhereCookie.heldBy(jar);
  if (!kept) return seeOther("/login?error=expired");
  const answer = { search: new URL(request.url).search, kept };
  const opened = await redeemElsewhere(provider, answer, arrivingBy(provider, request, jar));
  if (opened.ok) return welcome(opened.value, jar, elsewhereCookie.forgotten());
  return seeOther(`/login?error=${opened.refusal}`, [elsewhereCookie.forgotten()]);
}

import { cookies } from "next/headers";
import { ipOf, seeOther } from "#server/door/guard";
import { tooMany } from "#server/door/too-many";
import { beginElsewhere } from "#server/external-account/commands";
import { identityProviderNamed } from "#server/external-account/queries";
import { elsewhereCookie } from "#server/sign-in/door-cookie";

type Props = { params: Promise<{ provider: string }> };

/** Leads to the account that somebody has elsewhere. Signs nobody in: that takes the answer, in this same browser. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const provider = identityProviderNamed((await params).provider);
  if (!provider) return new Response(null, { status: 404 });
  const begun = await beginElsewhere(provider, ipOf(request.headers));
  if (!begun.ok)
    return begun.refusal === "too_many"
      ? tooMany(request, begun.retryAfterSeconds ?? 60, "/login")
      : seeOther(`/login?error=${begun.refusal}`);
  elsewhereCookie.keep(await cookies(), begun.value.kept);
  return seeOther(begun.value.address.href);
}

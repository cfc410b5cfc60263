import "server-only";
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import { environment } from "../environment.ts";
import { IDENTITY_PROVIDERS, type IdentityProviderId } from "./identity-provider.ts";

const Secrets = z.object({
  provider: z.enum(IDENTITY_PROVIDERS),
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
});
/** What the answer must fit. The browser that asked keeps it in a cookie, and no other browser has it. */
type Secrets = z.infer<typeof Secrets>;

const packed = (secrets: Secrets): string => Buffer.from(JSON.stringify(secrets)).toString("base64url");

function unpacked(text: string): Secrets | null {
  try {
    return Secrets.safeParse(JSON.parse(Buffer.from(text, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}

const returnAddress = (provider: IdentityProviderId): string =>
  new URL(`/api/sign-in/${provider}/callback`, environment().APP_ORIGIN).href;

/** The provider's page to send somebody to, and what their browser must keep meanwhile (code flow with PKCE, state and nonce). */
export async function opening(
  provider: IdentityProviderId,
  configuration: Configuration,
): Promise<{ readonly address: URL; readonly kept: string }> {
  const secrets = { provider, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(provider),
    scope: "openid email",
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: "S256",
    // Somebody with two accounts says which, in place of meeting a refusal for the wrong one again and again.
    prompt: "select_account",
  });
  return { address, kept: packed(secrets) };
}

/** What the provider vouches for; null where the answer does not belong to what this browser asked, or was a no. */
export async function closing(
  provider: IdentityProviderId,
  configuration: Configuration,
  { search, kept }: { readonly search: string; readonly kept: string },
): Promise<IDToken | null> {
  const secrets = unpacked(kept);
  if (secrets?.provider !== provider) return null;
  const answered = new URL(search, returnAddress(provider));
  try {
    const tokens = await authorizationCodeGrant(configuration, answered, {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
    });
    return tokens.claims() ?? null;
  } catch (error) {
    // Somebody changed their mind on the provider's page.
    if (error instanceof AuthorizationResponseError) return null;
    throw error;
  }
}

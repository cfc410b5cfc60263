import "server-only";
import { allowInsecureRequests, type Configuration, discovery } from "openid-client";
import { webEnvironment } from "../environment.ts";

export const IDENTITY_PROVIDERS = ["google", "oidc"] as const;
/** Where somebody may have an account that vouches for their address: Google, or a school's own provider. */
export type IdentityProviderId = (typeof IDENTITY_PROVIDERS)[number];

export type IdentityProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: string;
  /** Whether each address that it names is believed, also without its word that it has looked. */
  readonly trustsAddresses: boolean;
};

const GOOGLE = { issuer: "https://accounts.google.com", name: "Google", trustsAddresses: false } as const;
const PATIENCE_S = 10;

/** As the operator has set it; null where it is not offered. */
export function identityProvider(id: IdentityProviderId): IdentityProvider | null {
  const set = webEnvironment();
  if (id === "google") {
    const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = set;
    return clientId && clientSecret ? { ...GOOGLE, clientId, clientSecret } : null;
  }
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = set;
  if (!(issuer && clientId && clientSecret && name)) return null;
  return { issuer, clientId, clientSecret, name, trustsAddresses: set.OIDC_TRUST_ADDRESSES === "yes" };
}

const discovered = new Map<IdentityProviderId, Promise<Configuration>>();

/** What the provider says of itself, asked once; after a failure it is asked again. */
export function configurationOf(id: IdentityProviderId, provider: IdentityProvider): Promise<Configuration> {
  const present = discovered.get(id) ?? discover(provider);
  discovered.set(id, present);
  present.catch(() => discovered.delete(id));
  return present;
}

const discover = ({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Configuration> =>
  discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_S,
    // The settings allow plain HTTP on this machine alone, and not in production.
    ...(issuer.startsWith("http:") ? { execute: [allowInsecureRequests] } : {}),
  });

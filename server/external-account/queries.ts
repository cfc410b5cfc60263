import "server-only";
import { database } from "../database/client.ts";
import type { Person } from "../viewer.ts";
import { IDENTITY_PROVIDERS, type IdentityProviderId, identityProvider } from "./identity-provider.ts";

export type OfferedProvider = { readonly id: IdentityProviderId; readonly name: string };

/** Where one may have an account that lets one in here, as the operator has set it. */
export const offeredIdentityProviders = (): OfferedProvider[] =>
  IDENTITY_PROVIDERS.flatMap((id) => {
    const provider = identityProvider(id);
    return provider ? [{ id, name: provider.name }] : [];
  });

export type LinkedAccount = OfferedProvider & { readonly since: Date };

/** The accounts elsewhere that let this person in. */
export async function linkedAccountsOf({ id: userId }: Person): Promise<LinkedAccount[]> {
  const rows = await database().externalAccount.findMany({
    where: { userId },
    select: { provider: true, createdAt: true },
  });
  return offeredIdentityProviders().flatMap((offered) =>
    rows.filter(({ provider }) => provider === offered.id).map(({ createdAt }) => ({ ...offered, since: createdAt })),
  );
}

/** The provider of an address such as `/api/sign-in/google`; null for any other. */
export const identityProviderNamed = (name: string): IdentityProviderId | null =>
  offeredIdentityProviders().find(({ id }) => id === name)?.id ?? null;

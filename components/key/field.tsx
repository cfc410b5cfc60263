import type { ProviderId } from "#domain/check/provider";

/** The id of the field into which a provider's key is pasted. */
export const fieldOf = (provider: ProviderId): string =>
  provider === "openai" ? "credential" : `credential-${provider}`;

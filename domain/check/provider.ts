/** Whose keys can be stored and tested. A further provider is a line here, a folder in `server/provider` and its words. */
export const PROVIDERS = ["openai", "google"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

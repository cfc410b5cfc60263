/** What a token may read, each by itself. */
export const SCOPES = [
  "cohorts:read",
  "students:read",
  "blockers:read",
  "progress:read",
  "help:read",
  "steps:read",
] as const;
export type Scope = (typeof SCOPES)[number];
export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);

/** For how many days a token may be made. */
export const TOKEN_DAYS = [30, 90, 365] as const;

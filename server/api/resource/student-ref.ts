import "server-only";
import type { Caller } from "../caller.ts";

type Named = { readonly id: string; readonly name: string; readonly email: string };

/** Who a student is, for a token that may know it; the bare id for others. */
export const namedFor =
  ({ scopes }: Caller) =>
  ({ id, name, email }: Named) =>
    scopes.has("students:read") ? { id, name, email } : { id, name: null, email: null };

import "server-only";
import { ownOrigins } from "../door/guard.ts";

/** WebAuthn's words for a site: what a passkey belongs to. */
export type RelyingParty = { readonly rpID: string; readonly rpName: string };

const isBareAddress = (hostname: string): boolean => /^[\d.]+$|^\[/.test(hostname);

/** The site of a page at this origin of ours; null where it is a bare address, to which no passkey can belong. */
export function relyingParty(origin: string | null): RelyingParty | null {
  if (origin === null || !ownOrigins().includes(origin)) return null;
  const { hostname } = new URL(origin);
  return isBareAddress(hostname) ? null : { rpID: hostname, rpName: "Rozruch" };
}

/** What an answer must have been made for. */
export const expected = () => ({
  expectedOrigin: [...ownOrigins()],
  expectedRPID: ownOrigins().flatMap((origin) => relyingParty(origin)?.rpID ?? []),
});

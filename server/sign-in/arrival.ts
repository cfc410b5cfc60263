import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import Bowser from "bowser";

export type SignInMethod = "mail" | "passkey" | "google" | "oidc" | "demo";

/** How somebody comes in, and with what; kept with the session so that its person knows it again. */
export type Arrival = {
  readonly method: SignInMethod;
  readonly device: string | null;
  /** Of the session that this browser had before; it ends with the new one. */
  readonly before: string | null;
  /** Whether this way of signing in shows two factors at once, as a passkey does. */
  readonly hasShownFactor?: boolean;
};

/** next-auth makes the session, and hands nothing of this on to whoever writes it down. */
export const arrival = new AsyncLocalStorage<Arrival>();

const LONGEST = 60;

/** Browser and system in a few words, such as `Chrome, Windows`; null where the browser does not say. */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(", ").slice(0, LONGEST) || null;
}

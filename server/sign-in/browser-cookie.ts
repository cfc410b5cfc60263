import "server-only";
import { environment } from "../environment.ts";
import { SIGN_IN_REQUEST_MS } from "./session-life.ts";

const isSecure = (): boolean => environment().APP_ORIGIN.startsWith("https:");
const nameOf = (): string => (isSecure() ? "__Host-rozruch-login" : "rozruch-login");

type Jar = { set(name: string, value: string, options: object): unknown };
type Cookies = { get(name: string): { value: string } | undefined };

/** Binds a link and its code to the browser that asked for them. */
export function keepBrowserToken(jar: Jar, token: string): void {
  const maxAge = SIGN_IN_REQUEST_MS / 1000;
  jar.set(nameOf(), token, { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge });
}

export const browserTokenIn = (cookies: Cookies): string | null => cookies.get(nameOf())?.value ?? null;

/** For the answer to a redeemed link or code: the cookie has done its work. */
export const forgottenBrowserToken = (): string =>
  `${nameOf()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

import "server-only";
import { ownPath } from "#domain/sign-in/own-path";
import { environment } from "../environment.ts";
import { SIGN_IN_REQUEST_MS } from "./session-life.ts";

const isSecure = (): boolean => environment().APP_ORIGIN.startsWith("https:");
const nameOf = (): string => (isSecure() ? "__Host-rozruch-next" : "rozruch-next");

type Jar = { set(name: string, value: string, options: object): unknown };
type Cookies = { get(name: string): { value: string } | undefined };

/** Remembers where somebody was going who signs in again first. */
export function keepNextPage(jar: Jar, path: string): void {
  const maxAge = SIGN_IN_REQUEST_MS / 1000;
  jar.set(nameOf(), ownPath(path), { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(), maxAge });
}

export const nextPageIn = (cookies: Cookies): string => ownPath(cookies.get(nameOf())?.value);

export const forgottenNextPage = (): string =>
  `${nameOf()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

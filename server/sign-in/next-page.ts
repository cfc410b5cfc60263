import "server-only";
import { ownPath } from "#domain/sign-in/own-path";
import { doorCookie } from "./door-cookie.ts";

const cookie = doorCookie("next");

/** Remembers where somebody was going who signs in again first: a path of our own. */
export const keepNextPage = (jar: Parameters<typeof cookie.keep>[0], path: string): void =>
  cookie.keep(jar, ownPath(path));
export const nextPageIn = (cookies: Parameters<typeof cookie.heldBy>[0]): string => ownPath(cookie.heldBy(cookies));
export const forgottenNextPage = cookie.forgotten;

import "server-only";
import { environment } from "../environment.ts";
import { SIGN_IN_REQUEST_MS } from "./session-life.ts";

type Jar = { set(name: string, value: string, options: object): unknown };
type Cookies = { get(name: string): { value: string } | undefined };

/** A cookie of the ten minutes in which somebody signs in; no script reads it, and over TLS only this very host sets it. */
export type DoorCookie = {
  readonly keep: (jar: Jar, value: string) => void;
  readonly heldBy: (cookies: Cookies) => string | null;
  /** The header of an answer after which it has done its work. */
  readonly forgotten: () => string;
};

const isSecure = (): boolean => environment().APP_ORIGIN.startsWith("https:");

/** `__Host-` binds a cookie to this very host; browsers accept it over TLS only. */
export const hostCookie = (name: string): string => (isSecure() ? `__Host-rozruch-${name}` : `rozruch-${name}`);

export const hostCookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

export const doorCookie = (name: string): DoorCookie => ({
  keep: (jar, value) =>
    void jar.set(hostCookie(name), value, { ...hostCookieOptions(), maxAge: SIGN_IN_REQUEST_MS / 1000 }),
  heldBy: (cookies) => cookies.get(hostCookie(name))?.value ?? null,
  forgotten: () => `${hostCookie(name)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`,
});

/** Binds a link and its code to the browser that asked for them. */
export const mailCookie = doorCookie("login");
/** Binds what a passkey signs to the browser that asked. */
export const passkeyCookie = doorCookie("passkey");
/** What the answer of an account elsewhere must fit. */
export const elsewhereCookie = doorCookie("elsewhere");

import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { cookies } from "next/headers";
import { webEnvironment } from "../environment.ts";
import { sessionCookie } from "../sign-in/next-auth.ts";
import { hashOf } from "../sign-in/token.ts";
import { isSameSecret } from "./equal.ts";

const KEY_BYTES = 32;

/** A key of its own, so that nothing else that AUTH_SECRET signs could pass for a form's token. */
const tokenKey = (): Buffer =>
  Buffer.from(hkdfSync("sha256", webEnvironment().AUTH_SECRET, "", "rozruch form token v1", KEY_BYTES));

/** What a form of this session has to bring along. It ends with the session, and is stored nowhere. */
export const formTokenOf = (session: string): string =>
  createHmac("sha256", tokenKey()).update(hashOf(session)).digest("base64url");

/** For a form of the page that is being shown; empty for a stranger, whose form is not taken. */
export async function formToken(): Promise<string> {
  const session = (await cookies()).get(sessionCookie())?.value;
  return session ? formTokenOf(session) : "";
}

/** Whether a form was shown to this very session. */
export async function hasOwnToken(form: URLSearchParams): Promise<boolean> {
  return isTokenOf((await cookies()).get(sessionCookie())?.value, form.get("token") ?? "");
}

/** No session has no token, not even the empty one. */
export const isTokenOf = (session: string | undefined, token: string): boolean =>
  session !== undefined && isSameSecret(Buffer.from(token), Buffer.from(formTokenOf(session)));

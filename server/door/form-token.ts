import "server-only";
import { createHmac } from "node:crypto";
import { cookies } from "next/headers";
import { sessionCookie } from "../sign-in/next-auth.ts";
import { hashOf } from "../sign-in/token.ts";
import { derivedKey } from "./derived-key.ts";
import { isSameSecret } from "./equal.ts";

/** What a form of this session has to bring along. It ends with the session, and is stored nowhere. */
export const formTokenOf = (session: string): string =>
  createHmac("sha256", derivedKey("form token")).update(hashOf(session)).digest("base64url");

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

import "server-only";
import { createHash } from "node:crypto";
import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import { database } from "../database/client.ts";
import { environment, webEnvironment } from "../environment.ts";
import { adapter, type SignedInUser } from "./adapter.ts";
import { hostCookie, hostCookieOptions } from "./door-cookie.ts";
import { ABSOLUTE_MS, HANDOVER_MS } from "./session-life.ts";
import { newToken } from "./token.ts";

const PROVIDER = "email";
export const sessionCookie = (): string => hostCookie("session");

/** Our own request, link and code come before next-auth's token, so it has no mail to send. */
const byMail = {
  id: PROVIDER,
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: HANDOVER_MS / 1000,
  options: {},
  sendVerificationRequest: () => Promise.reject(new Error("Sign-in mail is sent by the worker.")),
} as const satisfies Omit<EmailConfig, "options"> & { options: object };

const makeOptions = (): NextAuthOptions => ({
  secret: webEnvironment().AUTH_SECRET,
  adapter,
  // `updateAge` as long as `maxAge`: next-auth never moves the end of a session.
  session: {
    strategy: "database",
    maxAge: ABSOLUTE_MS / 1000,
    updateAge: ABSOLUTE_MS / 1000,
    generateSessionToken: newToken,
  },
  pages: { signIn: "/login", error: "/login" },
  cookies: {
    sessionToken: {
      name: sessionCookie(),
      options: hostCookieOptions(),
    },
  },
  providers: [byMail as unknown as EmailConfig],
  callbacks: {
    signIn: async ({ user }) => (await adapter.getUserByEmail?.(user.email ?? "")) != null,
    session: ({ session, user }) => ({ ...session, user: user as SignedInUser }),
  },
  logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
});

let made: NextAuthOptions | undefined;

export function authOptions(): NextAuthOptions {
  made ??= makeOptions();
  return made;
}

export const authHandler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> => NextAuth(authOptions())(request, context);

/**
 * The cookies of a new session for a roster address that has just proved itself, or null if it left the roster. The
 * token that next-auth consumes on GET is made and consumed here, so that no address in a browser ever holds it.
 */
export async function cookiesOfNewSession(email: string): Promise<string[] | null> {
  const token = newToken();
  const hashed = createHash("sha256").update(`${token}${webEnvironment().AUTH_SECRET}`).digest("hex");
  const expires = new Date(Date.now() + HANDOVER_MS);
  await database().verificationToken.create({ data: { identifier: email, token: hashed, expires } });
  const callback = new URL(`/api/auth/callback/${PROVIDER}`, environment().APP_ORIGIN);
  callback.searchParams.set("email", email);
  callback.searchParams.set("token", token);
  const response = await authHandler(new NextRequest(callback), {
    params: Promise.resolve({ nextauth: ["callback", PROVIDER] }),
  });
  const cookies = response.headers.getSetCookie();
  return cookies.some((cookie) => cookie.startsWith(`${sessionCookie()}=`)) ? cookies : null;
}

type Jar = { set(name: string, value: string, options: object): unknown };

/** Gives the browser the new id of its session. */
export const keepSession = (jar: Jar, { token, expires }: { readonly token: string; readonly expires: Date }): void =>
  void jar.set(sessionCookie(), token, { ...hostCookieOptions(), expires });

import { createHash, randomBytes } from "node:crypto";
import type { APIRequestContext, Cookie } from "@playwright/test";
import type { PrismaClient } from "#server/database/generated/client";
import { addresses } from "./addresses.ts";

/** As server/sign-in/next-auth.ts names it over plain HTTP. */
export const SESSION_COOKIE = "rozruch-session";

const DAY_MS = 86_400_000;

type NewCookie = Pick<Cookie, "name" | "value" | "httpOnly" | "sameSite"> & { readonly url: string };

/** A live session of this person, as the browser would hold it after signing in, and for staff with a second factor. */
export async function sessionCookieOf(database: PrismaClient, userId: string): Promise<NewCookie> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = new Uint8Array(createHash("sha256").update(token, "utf8").digest());
  const expiresAt = new Date(Date.now() + DAY_MS);
  await database.session.create({ data: { tokenHash, userId, expiresAt, secondFactorAt: new Date() } });
  return { name: SESSION_COOKIE, value: token, url: addresses.origin, httpOnly: true, sameSite: "Lax" };
}

/** What the key form that this session is shown brings along. */
export async function formTokenFor(request: APIRequestContext): Promise<string> {
  const token = formTokenIn(await (await request.get("/key")).text());
  if (!token) throw new Error("The page of the key shows no form.");
  return token;
}

/** What a page of the key gives its form to bring along. */
export const formTokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";

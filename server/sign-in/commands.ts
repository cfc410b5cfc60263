import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse } from "../limit/limit.ts";
import type { Person } from "../viewer.ts";
import { adapter } from "./adapter.ts";
import { cookiesOfNewSession, sessionCookie } from "./next-auth.ts";
import { consumeCode, consumeLink } from "./redemption.ts";
import { SIGN_IN_REQUEST_MS } from "./session-life.ts";
import { hashOf, newToken } from "./token.ts";

/**
 * Asks for a sign-in mail. Takes the same way for an address on the roster and one that is not: who is on it is looked
 * up by the worker. Gives the token that binds link and code to this browser.
 */
export async function requestSignIn(
  address: string,
  ip: string,
): Promise<Outcome<{ browserToken: string }, "too_many">> {
  const byAddress = await countUse("sign-in by address", address);
  const byIp = await countUse("sign-in by ip", ip);
  if (!byAddress.allowed || !byIp.allowed) return refused("too_many");
  const browserToken = newToken();
  await database().$transaction(async (tx) => {
    const { id } = await tx.signInRequest.create({
      data: {
        email: address,
        browserHash: new Uint8Array(hashOf(browserToken)),
        expiresAt: new Date(Date.now() + SIGN_IN_REQUEST_MS),
      },
      select: { id: true },
    });
    await enqueue(tx, "sign-in-mail", { requestId: id });
  });
  return done({ browserToken });
}

/** Uses the link up. Of any number of posts at once exactly one gets the session. */
export async function redeemLink(linkToken: string, browserToken: string): Promise<Outcome<string[], "expired">> {
  const address = await consumeLink(linkToken, browserToken);
  return address.ok ? openSession(address.value) : address;
}

/** Uses the code up. */
export async function redeemCode(
  typed: string,
  browserToken: string,
  ip: string,
): Promise<Outcome<string[], "expired" | "wrong_code" | "too_many">> {
  if (!(await countUse("code by ip", ip)).allowed) return refused("too_many");
  const address = await consumeCode(typed, browserToken);
  return address.ok ? openSession(address.value) : address;
}

/** For the demo's accounts, whose addresses are nobody's. */
export const signInToDemo = (address: string): Promise<Outcome<string[], "expired">> => openSession(address);

async function openSession(email: string): Promise<Outcome<string[], "expired">> {
  const cookies = await cookiesOfNewSession(email);
  if (!cookies) return refused("expired");
  const user = await database().user.findUnique({ where: { email }, select: { id: true } });
  await record(database(), { kind: "login.succeeded", actorId: user?.id ?? null, subjectId: user?.id ?? null });
  return done(cookies);
}

/** Ends the session that the browser holds, and gives the name of the cookie to delete. */
export async function endSession(
  person: Person,
  cookies: { get(name: string): { value: string } | undefined },
): Promise<string> {
  const cookie = sessionCookie();
  const token = cookies.get(cookie)?.value;
  if (token) await adapter.deleteSession?.(token);
  await record(database(), { kind: "login.ended", actorId: person.id, subjectId: person.id });
  return cookie;
}

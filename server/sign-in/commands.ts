import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUses } from "../limit/limit.ts";
import type { Person } from "../viewer.ts";
import { adapter } from "./adapter.ts";
import { type Arrival, arrival } from "./arrival.ts";
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
  const limited = await countUses(["sign-in by address", address], ["sign-in by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
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
export async function redeemLink(
  linkToken: string,
  browserToken: string,
  by: Arrival,
): Promise<Outcome<string[], "expired">> {
  const address = await consumeLink(linkToken, browserToken);
  return address.ok ? openSession(address.value, by) : address;
}

/** Uses the code up. */
export async function redeemCode(
  typed: string,
  browserToken: string,
  { ip, by }: { ip: string; by: Arrival },
): Promise<Outcome<string[], "expired" | "wrong_code" | "too_many">> {
  const limited = await countUses(["code by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const address = await consumeCode(typed, browserToken);
  return address.ok ? openSession(address.value, by) : address;
}

/** For the demo's accounts, whose addresses are nobody's. */
export const signInToDemo = (address: string, by: Arrival): Promise<Outcome<string[], "expired">> =>
  openSession(address, by);

async function openSession(email: string, by: Arrival): Promise<Outcome<string[], "expired">> {
  const cookies = await arrival.run(by, () => cookiesOfNewSession(email));
  if (!cookies) return refused("expired");
  const user = await database().user.findUnique({ where: { email }, select: { id: true } });
  const userId = user?.id ?? null;
  await record(database(), {
    kind: "login.succeeded",
    actorId: userId,
    subjectId: userId,
    facts: { method: by.method },
  });
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

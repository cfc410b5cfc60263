import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { factorStep } from "#domain/sign-in/second-factor";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { addressVouchedFor, type ElsewhereAnswer, type ElsewhereRefusal } from "../external-account/commands.ts";
import type { IdentityProviderId } from "../external-account/identity-provider.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUses } from "../limit/limit.ts";
import { addressTakesMail } from "../mail/proof.ts";
import { addressOfSigner } from "../passkey/sign-in.ts";
import { isFactorRequired } from "../second-factor/queries.ts";
import type { Person } from "../viewer.ts";
import { adapter } from "./adapter.ts";
import { type Arrival, arrival } from "./arrival.ts";
import { type Asker, countAsking, isMailed } from "./asking.ts";
import { knownBrowserHeader } from "./known-browser.ts";
import { cookiesOfNewSession, sessionCookie } from "./next-auth.ts";
import { consumeCode, consumeLink } from "./redemption.ts";
import { SIGN_IN_REQUEST_MS } from "./session-life.ts";
import { hashOf, newToken } from "./token.ts";

/** The cookies of a session that has just begun, and whether it opens what its person may see or asks for a second factor first. */
export type NewSession = { readonly cookies: readonly string[]; readonly isWhole: boolean };

/**
 * Asks for a sign-in mail. Takes the same way for an address on the roster and one that is not: who is on it is looked
 * up by the worker. Gives the token that binds link and code to this browser.
 */
export async function requestSignIn(
  address: string,
  asker: Asker,
): Promise<Outcome<{ browserToken: string }, "too_many">> {
  const limited = await countAsking(address, asker);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const [browserToken, mailed] = [newToken(), await isMailed(address, asker)];
  await database().$transaction(async (tx) => {
    const { id } = await tx.signInRequest.create({
      data: {
        email: address,
        browserHash: new Uint8Array(hashOf(browserToken)),
        expiresAt: new Date(Date.now() + SIGN_IN_REQUEST_MS),
      },
      select: { id: true },
    });
    if (mailed) await enqueue(tx, "sign-in-mail", { requestId: id });
  });
  return done({ browserToken });
}

/** Uses the link up. Of any number of posts at once exactly one gets the session. */
export async function redeemLink(
  linkToken: string,
  browserToken: string,
  by: Arrival,
): Promise<Outcome<NewSession, "expired">> {
  const address = await consumeLink(linkToken, browserToken);
  return address.ok ? openSession(address.value, by) : address;
}

/** Uses the code up. */
export async function redeemCode(
  typed: string,
  browserToken: string,
  { ip, by }: { ip: string; by: Arrival },
): Promise<Outcome<NewSession, "expired" | "wrong_code" | "too_many">> {
  const limited = await countUses(["code by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const address = await consumeCode(typed, browserToken);
  return address.ok ? openSession(address.value, by) : address;
}

/** Lets in whose passkey has signed. It has asked for a finger, a face or a PIN itself, so it counts as both factors. */
export async function redeemPasskey(
  answer: unknown,
  browserToken: string,
  by: Arrival,
): Promise<Outcome<NewSession, "unknown_passkey" | "expired">> {
  const address = await addressOfSigner(answer, browserToken);
  return address === null ? refused("unknown_passkey") : openSession(address, { ...by, hasShownFactor: true });
}

/** Lets in whom an account elsewhere vouches for and the roster knows. */
export async function redeemElsewhere(
  provider: IdentityProviderId,
  answer: ElsewhereAnswer,
  by: Arrival,
): Promise<Outcome<NewSession, ElsewhereRefusal | "expired">> {
  const address = await addressVouchedFor(provider, answer);
  return address.ok ? openSession(address.value, by) : address;
}

/** For the demo's accounts, whose addresses are nobody's. */
export const signInToDemo = (address: string, by: Arrival): Promise<Outcome<NewSession, "expired">> =>
  openSession(address, by);

/** Opens a session for a roster address that has just proved itself. */
async function openSession(email: string, by: Arrival): Promise<Outcome<NewSession, "expired">> {
  const cookies = await arrival.run(by, () => cookiesOfNewSession(email));
  if (!cookies) return refused("expired");
  const user = await database().user.findUnique({ where: { email }, select: WITH_FACTORS });
  const userId = user?.id ?? null;
  await record(database(), {
    kind: "login.succeeded",
    actorId: userId,
    subjectId: userId,
    facts: { method: by.method },
  });
  if (by.method === "mail") await addressTakesMail(email);
  const known = knownBrowserHeader(email, new Date());
  return done({ cookies: [...cookies, known], isWhole: user !== null && isWhole(user, by) });
}

const WITH_FACTORS = {
  id: true,
  isOwner: true,
  enrolments: { where: { NOT: { role: "student" } }, select: { role: true }, take: 1 },
  secondFactor: { select: { userId: true } },
  passkeys: { select: { id: true }, take: 1 },
} as const;

type WithFactors = {
  isOwner: boolean;
  enrolments: readonly unknown[];
  secondFactor: unknown;
  passkeys: readonly unknown[];
};

const isWhole = ({ isOwner, enrolments, secondFactor, passkeys }: WithFactors, { hasShownFactor = false }: Arrival) =>
  factorStep({
    isStaff: isOwner || enrolments.length > 0,
    shownAt: hasShownFactor ? new Date() : null,
    has: { app: secondFactor !== null, passkey: passkeys.length > 0 },
    isRequired: isFactorRequired(),
  }) === "none";

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

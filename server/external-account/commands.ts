import "server-only";
import type { IDToken } from "openid-client";
import { done, type Outcome, refused } from "#domain/outcome";
import { readAddress } from "#domain/sign-in/address";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { countUses } from "../limit/limit.ts";
import { log } from "../log/log.ts";
import { onRoster } from "../roster/on-roster.ts";
import { tellOfDoorLater } from "../sign-in/letter.ts";
import type { Person } from "../viewer.ts";
import { closing, opening } from "./handshake.ts";
import {
  configurationOf,
  type IdentityProvider,
  type IdentityProviderId,
  identityProvider,
} from "./identity-provider.ts";

type Opening = Awaited<ReturnType<typeof opening>>;

/** Sends somebody to where they have an account. Writes nothing. */
export async function beginElsewhere(
  id: IdentityProviderId,
  ip: string,
): Promise<Outcome<Opening, "not_offered" | "unreachable" | "too_many">> {
  const provider = identityProvider(id);
  if (!provider) return refused("not_offered");
  const limited = await countUses(["elsewhere by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  try {
    return done(await opening(id, await configurationOf(id, provider)));
  } catch (error) {
    log.fault("elsewhere.failed", error, { provider: id });
    return refused("unreachable");
  }
}

export type ElsewhereRefusal =
  | "not_offered"
  | "unreachable"
  | "cancelled"
  | "unverified_address"
  | "not_on_roster"
  | "other_account";

/** What the provider added to our address, and what the browser kept meanwhile. */
export type ElsewhereAnswer = { readonly search: string; readonly kept: string };

/** Gives the roster address of whom the provider vouches for. */
export async function addressVouchedFor(
  id: IdentityProviderId,
  answer: ElsewhereAnswer,
): Promise<Outcome<string, ElsewhereRefusal>> {
  const provider = identityProvider(id);
  if (!provider) return refused("not_offered");
  const claims = await configurationOf(id, provider)
    .then((configuration) => closing(id, configuration, answer))
    .catch((error: unknown) => {
      log.fault("elsewhere.failed", error, { provider: id });
      return undefined;
    });
  if (claims === undefined) return refused("unreachable");
  if (claims === null) return refused("cancelled");
  return rosterAddress(id, provider, claims);
}

type Vouched = Outcome<string, "unverified_address" | "not_on_roster" | "other_account">;

/** By the provider's never-changing subject where we know it; at the first time by an address that the provider has looked at. */
async function rosterAddress(id: IdentityProviderId, provider: IdentityProvider, claims: IDToken): Promise<Vouched> {
  const key = { provider_subject: { provider: id, subject: claims.sub } };
  const known = await database().externalAccount.findUnique({ where: key, select: { userId: true } });
  if (known) {
    const user = await personOnRoster({ id: known.userId });
    return user ? done(user.email) : refused("not_on_roster");
  }
  const isVouched = claims.email_verified === true || provider.trustsAddresses;
  const email = isVouched ? readAddress(String(claims.email ?? "")) : null;
  if (!email) return refused("unverified_address");
  const user = await personOnRoster({ email });
  if (!user) return refused("not_on_roster");
  return (await link(id, claims.sub, user.id)) ? done(email) : refused("other_account");
}

const personOnRoster = (where: { id: string } | { email: string }) =>
  database().user.findFirst({
    where: { ...where, ...onRoster },
    select: { id: true, email: true },
  });

/** Binds the account to its person for good; false where another account of that provider is bound to them already. */
function link(provider: IdentityProviderId, subject: string, userId: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.externalAccount.createMany({
      data: [{ provider, subject, userId }],
      skipDuplicates: true,
    });
    if (count > 0) {
      await record(tx, { kind: "login.account_linked", actorId: userId, subjectId: userId, facts: { provider } });
      await tellOfDoorLater(tx, "account_linked", userId, new Date());
    }
    // The same answer may come twice at once.
    return count > 0 || (await tx.externalAccount.count({ where: { provider, subject, userId } })) > 0;
  });
}

/** From now on the account elsewhere opens nothing, until it is used with the roster's address once more. */
export async function unlink({ id: userId }: Person, provider: IdentityProviderId): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.externalAccount.deleteMany({ where: { userId, provider } });
    if (count > 0)
      await record(tx, { kind: "login.account_unlinked", actorId: userId, subjectId: userId, facts: { provider } });
  });
}

import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { countUses } from "../limit/limit.ts";
import { deviceOf } from "../sign-in/arrival.ts";
import { tellOfDoorLater } from "../sign-in/letter.ts";
import { newToken } from "../sign-in/token.ts";
import type { Person } from "../viewer.ts";
import { Attestation } from "./answer.ts";
import { keepChallenge, takeChallenges } from "./challenge.ts";
import { expected, relyingParty } from "./relying-party.ts";

const MOST = 10;

type Asked<Options> = { readonly options: Options; readonly browserToken: string };

/** What a passkey is asked to sign so that its owner comes in. Names nobody, so it tells nobody who has one. */
export async function askForPasskey(
  origin: string | null,
  ip: string,
): Promise<Outcome<Asked<PublicKeyCredentialRequestOptionsJSON>, "no_host" | "too_many">> {
  const site = relyingParty(origin);
  if (!site) return refused("no_host");
  const limited = await countUses(["passkey by ip", ip]);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const options = await generateAuthenticationOptions({ rpID: site.rpID, userVerification: "required" });
  const browserToken = newToken();
  await keepChallenge(options.challenge, { browserToken, userId: null });
  return done({ options, browserToken });
}

/** What a device needs to make a passkey for this person; it refuses to make a second one itself. */
export async function offerPasskey(
  { id: userId, email, name }: Person,
  origin: string | null,
): Promise<Outcome<Asked<PublicKeyCredentialCreationOptionsJSON>, "no_host" | "full">> {
  const site = relyingParty(origin);
  if (!site) return refused("no_host");
  const present = await database().passkey.findMany({ where: { userId }, select: { credentialId: true } });
  if (present.length >= MOST) return refused("full");
  const options = await generateRegistrationOptions({
    ...site,
    userName: email,
    userDisplayName: name,
    userID: new TextEncoder().encode(userId),
    excludeCredentials: present.map(({ credentialId }) => ({ id: Buffer.from(credentialId).toString("base64url") })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const browserToken = newToken();
  await keepChallenge(options.challenge, { browserToken, userId });
  return done({ options, browserToken });
}

/** Keeps the public half of the passkey that a device has made, by a name by which its owner knows it. */
export async function addPasskey(
  { id: userId }: Person,
  answer: unknown,
  { browserToken, userAgent }: { readonly browserToken: string; readonly userAgent: string | null },
): Promise<Outcome<null, "not_made">> {
  const challenges = await takeChallenges(database(), { browserToken, userId });
  const made = await madePasskey(answer, challenges);
  if (!made) return refused("not_made");
  const { id, publicKey, counter, transports = [] } = made;
  const credentialId = Buffer.from(id, "base64url");
  const name = deviceOf(userAgent) ?? "–";
  return database().$transaction(async (tx) => {
    const row = { userId, credentialId, publicKey: Buffer.from(publicKey), counter: BigInt(counter), transports, name };
    const { count } = await tx.passkey.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return refused("not_made");
    await record(tx, { kind: "login.passkey_added", actorId: userId, subjectId: userId });
    await tellOfDoorLater(tx, "passkey_added", userId, new Date());
    return done(null);
  });
}

async function madePasskey(answer: unknown, challenges: readonly string[]) {
  const response = Attestation.safeParse(answer);
  if (!response.success) return null;
  const expectedChallenge = (challenge: string) => challenges.includes(challenge);
  // The library throws where anything does not fit; for whoever asks that is one answer.
  const verified = await verifyRegistrationResponse({
    response: response.data,
    expectedChallenge,
    ...expected(),
  }).catch(() => null);
  return verified?.verified ? verified.registrationInfo.credential : null;
}

/** Another's, or one that is gone, looks the same. */
export async function removePasskey({ id: userId }: Person, passkeyId: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, userId } });
    if (count > 0) await record(tx, { kind: "login.passkey_removed", actorId: userId, subjectId: userId });
  });
}

import "server-only";
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { database } from "../database/client.ts";
import { Assertion } from "./answer.ts";
import { takeChallenges } from "./challenge.ts";
import { expected } from "./relying-party.ts";

/** Gives the roster address of whoever's passkey has signed what this browser was asked to have signed; null where it has not. */
export async function addressOfSigner(answer: unknown, browserToken: string): Promise<string | null> {
  const response = Assertion.safeParse(answer);
  const challenges = await takeChallenges(database(), { browserToken, userId: null });
  if (!response.success || challenges.length === 0) return null;
  const credentialId = Buffer.from(response.data.id, "base64url");
  const passkey = await database().passkey.findUnique({
    where: { credentialId },
    select: { id: true, publicKey: true, counter: true, user: { select: { email: true } } },
  });
  if (!passkey) return null;
  const counter = await signedBy(passkey, response.data, challenges);
  if (counter === null) return null;
  await database().passkey.updateMany({
    where: { id: passkey.id },
    data: { counter: BigInt(counter), lastUsedAt: new Date() },
  });
  return passkey.user.email;
}

type Known = { readonly publicKey: Uint8Array; readonly counter: bigint };

/** The passkey's new counter; null where the signature, the site, the challenge or the counter does not fit. */
async function signedBy(
  { publicKey, counter }: Known,
  response: AuthenticationResponseJSON,
  challenges: readonly string[],
): Promise<number | null> {
  const verified = await verifyAuthenticationResponse({
    response,
    ...expected(),
    expectedChallenge: (challenge) => challenges.includes(challenge),
    credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter: Number(counter) },
    requireUserVerification: true,
    // The library throws where anything does not fit; for whoever asks that is one answer.
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

import "server-only";
import { database, type Transaction } from "../database/client.ts";
import { SIGN_IN_REQUEST_MS } from "../sign-in/session-life.ts";
import { hashOf } from "../sign-in/token.ts";

/** Whose browser asked, and for whom a passkey is being added; nobody where somebody signs in. */
type Asking = { readonly browserToken: string; readonly userId: string | null };

export async function keepChallenge(challenge: string, { browserToken, userId }: Asking): Promise<void> {
  const expiresAt = new Date(Date.now() + SIGN_IN_REQUEST_MS);
  const browserHash = new Uint8Array(hashOf(browserToken));
  await database().passkeyChallenge.create({
    data: { browserHash, challenge, userId, expiresAt },
    select: { id: true },
  });
}

/** Uses up what this browser was asked to sign, once: of any number of posts at once exactly one gets each. */
export async function takeChallenges(
  tx: Pick<Transaction, "$queryRaw">,
  { browserToken, userId }: Asking,
): Promise<readonly string[]> {
  const taken = await tx.$queryRaw<{ challenge: string }[]>`
    DELETE FROM passkey_challenge
    WHERE browser_hash = ${hashOf(browserToken)} AND user_id IS NOT DISTINCT FROM ${userId}::uuid AND expires_at > now()
    RETURNING challenge`;
  return taken.map(({ challenge }) => challenge);
}

import "server-only";
import type { Transaction } from "../database/client.ts";
import type { SignInMethod } from "../sign-in/arrival.ts";
import { hashOf, newToken } from "../sign-in/token.ts";

export type RenewedSession = { readonly token: string; readonly expires: Date };

type Row = { userId: string; createdAt: Date; expiresAt: Date; method: SignInMethod; device: string | null };

/**
 * Gives a session that has shown a second factor a new id, since it opens more than before; its beginning and its end
 * stay. Null where it has ended meanwhile. The web role may not change what a session is: the old one goes, a new one comes.
 */
export async function renewSession(tx: Transaction, token: string, now: Date): Promise<RenewedSession | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    DELETE FROM session WHERE token_hash = ${hashOf(token)} AND expires_at > ${now}
    RETURNING user_id AS "userId", created_at AS "createdAt", expires_at AS "expiresAt", method, device`;
  if (!row) return null;
  const renewed = newToken();
  await tx.session.create({
    data: { ...row, tokenHash: new Uint8Array(hashOf(renewed)), secondFactorAt: now, lastSeenAt: now },
    select: { id: true },
  });
  return { token: renewed, expires: row.expiresAt };
}

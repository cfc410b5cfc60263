import "server-only";
import type { Scope } from "#domain/api/scope";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import type { Manager } from "../viewer.ts";
import { hashOf, newToken } from "./token.ts";

const MOST_TOKENS = 50;
const DAY_MS = 86_400_000;

type Wish = { readonly name: string; readonly scopes: readonly Scope[]; readonly days: number };

/** Gives the token, which nobody sees again. It opens what its maker teaches at the time of use, and never more than its scopes. */
export async function makeToken(
  { id: ownerId }: Manager,
  { name, scopes, days }: Wish,
  now: Date,
): Promise<Outcome<string, "too_many_tokens">> {
  if ((await database().apiToken.count({ where: { ownerId } })) >= MOST_TOKENS) return refused("too_many_tokens");
  const token = newToken();
  const expiresAt = new Date(now.getTime() + days * DAY_MS);
  await database().$transaction(async (tx) => {
    const row = { ownerId, name, scopes: [...scopes], tokenHash: hashOf(token), createdAt: now, expiresAt };
    const { id } = await tx.apiToken.create({ data: row, select: { id: true } });
    await record(tx, { kind: "api_token.made", actorId: ownerId, subjectId: ownerId, facts: { token: id } });
  });
  return done(token);
}

/** Ends a token at once. False for somebody else's, as for none. */
export async function revokeToken({ id: ownerId }: Manager, id: string): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.apiToken.deleteMany({ where: { id, ownerId } });
    if (count > 0)
      await record(tx, { kind: "api_token.revoked", actorId: ownerId, subjectId: ownerId, facts: { token: id } });
    return count > 0;
  });
}

import "server-only";
import { isScope, type Scope } from "#domain/api/scope";
import { done, type Outcome, refused } from "#domain/outcome";
import { database } from "../database/client.ts";
import { hidingFromOutput } from "../log/secrets-in-use.ts";
import { hashOf, isWellFormed } from "./token.ts";

declare const minted: unique symbol;

/** Whoever asks with a live token of somebody who teaches now. Only this file mints one. */
export type Caller = {
  readonly tokenId: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly cohortIds: readonly string[];
  readonly slugs: readonly string[];
  readonly [minted]: "caller";
};

export type NoCaller = "no_token" | "wrong_token" | "expired_token";

/** How often at most a use is written down. */
const USED_EVERY_MS = 60_000;

export async function callerOf(headers: Headers, now: Date): Promise<Outcome<Caller, NoCaller>> {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (!token) return refused("no_token");
  return hidingFromOutput(token, () => lookUp(token, now));
}

async function lookUp(token: string, now: Date): Promise<Outcome<Caller, NoCaller>> {
  if (!isWellFormed(token)) return refused("wrong_token");
  const row = await database().apiToken.findUnique({
    where: { tokenHash: hashOf(token), owner: { disabledAt: null, deletionDueAt: null } },
    select: { id: true, ownerId: true, scopes: true, expiresAt: true, lastUsedAt: true },
  });
  const managed = row ? await managedBy(row.ownerId) : [];
  // Whoever teaches no longer is told no more than somebody who guesses.
  if (!row || managed.length === 0) return refused("wrong_token");
  if (row.expiresAt <= now) return refused("expired_token");
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_EVERY_MS)
    await database().apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  return done({
    tokenId: row.id,
    scopes: new Set(row.scopes.filter(isScope)),
    cohortIds: managed.map(({ id }) => id),
    slugs: managed.map(({ slug }) => slug),
  } as unknown as Caller);
}

const managedBy = (userId: string): Promise<{ id: string; slug: string }[]> =>
  database().$queryRaw`
    SELECT c.id, c.slug FROM cohort_manager m JOIN cohort c ON c.id = m.cohort_id WHERE m.user_id = ${userId}::uuid`;

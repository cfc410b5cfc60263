import "server-only";
import { database } from "../database/client.ts";
import { isSameSecret } from "../door/equal.ts";
import { onRoster } from "../roster/on-roster.ts";
import type { SignInMethod } from "../sign-in/arrival.ts";
import { IDLE_MS } from "../sign-in/session-life.ts";
import { hashOf } from "../sign-in/token.ts";
import type { Person } from "../viewer.ts";

export type LiveSession = {
  readonly id: string;
  readonly device: string | null;
  readonly method: SignInMethod;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
};

/** Where a person is signed in now: this browser first, then the latest seen. */
export async function liveSessionsOf({ id: userId }: Person, token: string | null, now: Date): Promise<LiveSession[]> {
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, tokenHash: true, device: true, method: true, createdAt: true, lastSeenAt: true },
  });
  const own = token === null ? null : hashOf(token);
  return rows
    .map(({ tokenHash, ...row }) => ({ ...row, isThis: own !== null && isSameSecret(own, tokenHash) }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}

/** Whether a session still opens what it did. It only looks: an open page is no activity, and does not keep a session. */
export async function isSessionLive(token: string, now: Date): Promise<boolean> {
  const found = await database().session.count({
    where: {
      tokenHash: new Uint8Array(hashOf(token)),
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) },
      user: onRoster,
    },
  });
  return found > 0;
}

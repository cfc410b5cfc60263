import "server-only";
import { database } from "../database/client.ts";
import { PUBLIC_KEY_BYTES } from "./cipher.ts";
import type { SealingKey } from "./seal.ts";

const FRESH_MS = 30_000;
let cached: { key: SealingKey; readAt: number } | undefined;

/** For when the database says that this one seals no more. */
export const forgetSealingKey = (): void => {
  cached = undefined;
};

/** The vault key was retired between our look at it and our sealing. */
export const isSealedTooLate = (error: unknown): boolean =>
  error instanceof Error && /seals no more/.test(error.message);

/** The active vault key's public half. A newly activated one is picked up within half a minute. */
export async function sealingKey(): Promise<SealingKey> {
  if (cached && Date.now() - cached.readAt < FRESH_MS) return cached.key;
  const active = await database().vaultKey.findFirst({
    where: { state: "active" },
    select: { id: true, publicKey: true },
  });
  if (!active || active.publicKey.length !== PUBLIC_KEY_BYTES) {
    throw new Error("There is no active vault key; `npm run vault -- new` makes one.");
  }
  cached = { key: active, readAt: Date.now() };
  return active;
}

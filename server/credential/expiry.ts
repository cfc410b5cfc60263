import "server-only";
import { database, type Transaction } from "../database/client.ts";
import { log } from "../log/log.ts";
import { type Due, keysDue } from "./facts.ts";
import { forgetCredential } from "./forget.ts";
import { tellOfFarewell } from "./letter.ts";

const BATCH = 200;

/** Part of the sweep: deletes the keys whose day has come, each in a transaction of its own, with the letter that tells of it. */
export async function forgetKeysThatAreDue(now: Date): Promise<void> {
  for (const due of await keysDue(now, BATCH)) {
    const isGone = await database().$transaction((tx) => forgetAndTell(tx, due));
    if (isGone) log.event("key.expired", { because: due.because });
  }
}

async function forgetAndTell(tx: Transaction, due: Due): Promise<boolean> {
  const isGone = await forgetCredential(tx, due.id, { because: due.because, actorId: null });
  if (isGone) await tellOfFarewell(tx, due);
  return isGone;
}

import "server-only";
import { database } from "../database/client.ts";
import { log } from "../log/log.ts";
import { keysDue } from "./facts.ts";
import { forgetCredential } from "./forget.ts";

const BATCH = 200;

/** Part of the sweep: deletes the keys whose day has come, each in a transaction of its own. */
export async function forgetKeysThatAreDue(now: Date): Promise<void> {
  for (const { id, because } of await keysDue(now, BATCH)) {
    const isGone = await database().$transaction((tx) => forgetCredential(tx, id, { because, actorId: null }));
    if (isGone) log.event("key.expired", { because });
  }
}

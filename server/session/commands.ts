import "server-only";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { hashOf } from "../sign-in/token.ts";
import type { Person } from "../viewer.ts";

/** Ends one of a person's own sessions; another's, or one that is over, looks the same. */
export async function endSessionOf({ id: userId }: Person, sessionId: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId } });
    if (count > 0)
      await record(tx, { kind: "login.ended", actorId: userId, subjectId: userId, facts: { sessions: count } });
  });
}

/** Signs a person out everywhere, or everywhere but in the browser that holds `token`. */
export async function endSessionsOf({ id: userId }: Person, token: string | null): Promise<void> {
  await database().$transaction(async (tx) => {
    const others = token === null ? {} : { tokenHash: { not: new Uint8Array(hashOf(token)) } };
    const { count } = await tx.session.deleteMany({ where: { userId, ...others } });
    // Links and codes that are on their way would open a new one.
    if (token === null) {
      const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
      await tx.signInRequest.deleteMany({ where: { email } });
    }
    const facts = { sessions: count };
    await record(tx, { kind: "login.ended_everywhere", actorId: userId, subjectId: userId, facts });
  });
}

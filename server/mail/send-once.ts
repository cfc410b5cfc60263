import "server-only";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import type { DoorChange, HelpLetter, LetterName } from "../jobs/queues.ts";
import { log } from "../log/log.ts";
import type { Letter } from "./mailer.ts";
import { sendTraced } from "./traced.ts";

/** What a letter is about: `about` tells one occasion from another. */
export type Occasion = {
  readonly letter: LetterName | DoorChange | HelpLetter | "invitation";
  readonly userId: string;
  readonly about: string;
};

/** Longer than the mail server is waited for. */
const PATIENCE_MS = 30_000;

/**
 * Nobody is written to twice about the same. `compose` reads the state again at the moment of sending, and gives null
 * where there is nothing left to say. A letter that was not taken is not marked as sent, and its job tries again.
 */
export async function sendOnce(
  occasion: Occasion,
  compose: (tx: Transaction) => Promise<Letter | null>,
): Promise<boolean> {
  const { letter, userId, about } = occasion;
  const isSent = await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letter ${letter} ${userId} ${about}`}, 0))`;
      if (await wasSent(tx, occasion)) return false;
      const text = await compose(tx);
      if (!text) return false;
      await record(tx, { kind: "mail.sent", subjectId: userId, facts: { letter, about } });
      await sendTraced(tx, { userId, kind: letter }, text);
      return true;
    },
    { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
  );
  if (isSent) log.event("mail.sent", { letter });
  return isSent;
}

async function wasSent(tx: Transaction, { letter, userId, about }: Occasion): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM audit_event
    WHERE subject_id = ${userId}::uuid AND kind = 'mail.sent' AND facts->>'letter' = ${letter} AND facts->>'about' = ${about}
    LIMIT 1`;
  return rows.length > 0;
}

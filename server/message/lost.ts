import "server-only";
import { database } from "../database/client.ts";
import { log } from "../log/log.ts";

/** Longer than a job goes on trying by day; at night it is put off, and is there. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Part of the sweep: a letter whose job gave up, since the mail server never answered or the worker died each time, ends
 * as not sent. Whoever wrote it can send it again.
 */
export async function giveUpLostLetters(now: Date): Promise<void> {
  const lost = await database().$executeRaw`
    UPDATE message_recipient r SET state = 'failed', reason = 'no_answer', settled_at = ${now}
    FROM message m WHERE m.id = r.message_id AND r.state = 'queued' AND m.created_at < ${new Date(now.getTime() - PATIENCE_MS)}
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j WHERE j.name = 'message' AND j.state IN ('created', 'retry', 'active')
          AND j.data->>'messageId' = r.message_id::text AND j.data->>'userId' = r.user_id::text)`;
  if (lost > 0) log.event("mail.given_up", { letters: lost });
}

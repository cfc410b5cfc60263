import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import { database } from "../../database/client.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { countUse } from "../../limit/limit.ts";
import type { Instructor } from "../../viewer.ts";

/**
 * Sends the letters of a message again that were not sent or came back, to one reader or to all of them: of the
 * instructor's own students, and not to an address that takes no mail. Everything else is asked again as it goes out.
 */
export async function sendAgain(
  { id, cohortIds }: Instructor,
  messageId: string,
  reader: string | null,
): Promise<Outcome<number, "nobody" | "too_many">> {
  const limited = await countUse("message by person", id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ userId: string }[]>`
      UPDATE message_recipient r SET state = 'queued', reason = NULL, settled_at = NULL FROM app_user u
      WHERE r.message_id = ${messageId}::uuid AND u.id = r.user_id AND r.state IN ('failed', 'bounced')
        AND (${reader}::uuid IS NULL OR r.user_id = ${reader}::uuid) AND u.mail_refused_at IS NULL
        AND EXISTS (SELECT 1 FROM enrolment e WHERE e.user_id = r.user_id AND e.role = 'student'
          AND e.cohort_id = ANY(${[...cohortIds]}::uuid[]))
      RETURNING r.user_id AS "userId"`;
    for (const { userId } of rows) await enqueue(tx, "message", { messageId, userId });
    return rows.length > 0 ? done(rows.length) : refused("nobody");
  });
}

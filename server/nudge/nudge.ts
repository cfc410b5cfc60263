import "server-only";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { notify } from "../live/notify.ts";
import { translatorFor } from "../wording/translator.ts";

const DAY_MS = 24 * 3_600_000;

type Due = { userId: string; blockerId: string };

/**
 * Reminds those who have stopped for as long as their cohort says: once for each time that they stop, since it is their
 * case that is asked about. Off wherever nobody has switched it on.
 */
export async function nudgeWhoHasStopped(now: Date): Promise<void> {
  const cohorts = await database().cohort.findMany({
    where: { nudgeAfterDays: { not: null }, archivedAt: null },
    select: { id: true, nudgeAfterDays: true },
  });
  for (const { id, nudgeAfterDays } of cohorts)
    await database().$transaction((tx) => nudge(tx, id, new Date(now.getTime() - (nudgeAfterDays ?? 0) * DAY_MS), now));
}

async function nudge(tx: Transaction, cohortId: string, before: Date, now: Date): Promise<void> {
  // One worker at a time, so that nobody is reminded twice.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`nudge ${cohortId}`}, 0))`;
  const due = await tx.$queryRaw<Due[]>`
    SELECT b.user_id AS "userId", b.id AS "blockerId" FROM blocker b
    WHERE b.cohort_id = ${cohortId}::uuid AND b.closed_at IS NULL AND b.status IN ('stalled', 'never_signed_in') AND b.since <= ${before}
      AND NOT EXISTS (
        SELECT 1 FROM message_recipient r JOIN message m ON m.id = r.message_id
        WHERE r.user_id = b.user_id AND m.sender_id IS NULL AND m.created_at >= b.since)`;
  if (due.length === 0) return;
  const [pl, en] = [translatorFor("pl"), translatorFor("en")];
  const words = {
    subject: pl("mail.nudge.subject"),
    body: pl("mail.nudge.body"),
    subjectEn: en("mail.nudge.subject"),
    bodyEn: en("mail.nudge.body"),
  };
  const { id: messageId } = await tx.message.create({ data: { ...words, createdAt: now }, select: { id: true } });
  await tx.messageRecipient.createMany({ data: due.map((row) => ({ ...row, messageId })) });
  for (const { userId } of due) {
    await enqueue(tx, "message", { messageId, userId });
    await notify(tx, `user:${userId}`);
  }
}

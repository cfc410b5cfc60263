import "server-only";
import { ruleIn } from "#domain/message/rule";
import { sourceIn } from "#domain/nudge/rule";
import { heldUntil } from "#domain/waiting/quiet-hours";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { JobData } from "../jobs/queues.ts";
import { log } from "../log/log.ts";
import { addresseeOf } from "../mail/addressee.ts";
import { sendTraced } from "../mail/traced.ts";
import { waysOf } from "../nudge/letter.ts";
import { stillMeant } from "../nudge/still.ts";
import { messageLetter } from "./letter.ts";
import { holdsFor } from "./where.ts";

/** So many of staff's messages come to one person by mail in a day; more are on the page alone. */
export const DAILY_CAP = 3;
const DAY_MS = 24 * 3_600_000;
const PATIENCE_MS = 30_000;

/** Why there is no mail. */
type Skip = "gone" | "unsubscribed" | "solved" | "no_longer" | "cap";

type Row = { blockerId: string | null; messagesByMail: boolean; unsubscribeToken: string };

/**
 * Run by the worker. Everything is asked again at this moment: whether the trouble is still there, whether the rule still
 * holds, whether the person wants mail and has not had too much of it today. At night it waits for the morning.
 */
export async function postMessage(job: JobData["message"], now = new Date()): Promise<void> {
  const morning = heldUntil(now);
  if (morning) {
    await enqueue(database(), "message", job, { startAfter: morning });
    return log.event("mail.held", { letter: "message" });
  }
  const isSent = await database().$transaction((tx) => settle(tx, job, now), {
    timeout: PATIENCE_MS,
    maxWait: PATIENCE_MS,
  });
  if (isSent) log.event("mail.sent", { letter: "message" });
}

async function settle(tx: Transaction, { messageId, userId }: JobData["message"], now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.blocker_id AS "blockerId", u.messages_by_mail AS "messagesByMail", u.unsubscribe_token::text AS "unsubscribeToken"
    FROM message_recipient r JOIN app_user u ON u.id = r.user_id
    WHERE r.message_id = ${messageId}::uuid AND r.user_id = ${userId}::uuid AND r.state = 'queued' FOR UPDATE OF r`;
  if (!row) return false;
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  const to = await addresseeOf(tx, userId);
  const skip = to ? await reasonToSkip(tx, { ...row, rule: message.rule, userId }, now) : "gone";
  const note = (state: "sent" | "skipped" | "failed", reason: string | null) =>
    tx.messageRecipient.update({
      where: { messageId_userId: { messageId, userId } },
      data: { state, reason, settledAt: now },
      select: { messageId: true },
    });
  if (!to || skip) {
    await note("skipped", skip);
    return false;
  }
  await record(tx, { kind: "mail.sent", subjectId: userId, facts: { letter: "message", about: messageId } });
  const source = sourceIn(message.rule ?? "");
  const ways = source ? await waysOf(tx, to, source, { userId, now }) : {};
  const letter = await messageLetter(to, message, row.unsubscribeToken, ways);
  const refusal = await refusalOf(() => sendTraced(tx, { userId, kind: "message", messageId }, letter));
  await note(refusal ? "failed" : "sent", refusal);
  return refusal === null;
}

async function reasonToSkip(
  tx: Transaction,
  { blockerId, messagesByMail, rule, userId }: Row & { rule: string | null; userId: string },
  now: Date,
): Promise<Skip | null> {
  if (blockerId && (await isSolved(tx, blockerId))) return "solved";
  if (rule && !(await isStillTrue(tx, rule, userId, now))) return "no_longer";
  if (!messagesByMail) return "unsubscribed";
  const since = new Date(now.getTime() - DAY_MS);
  const sent = await tx.messageRecipient.count({ where: { userId, state: "sent", settledAt: { gt: since } } });
  return sent >= DAILY_CAP ? "cap" : null;
}

/** The case is closed and no other has taken its place. */
async function isSolved(tx: Transaction, blockerId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ solved: boolean }[]>`
    SELECT NOT EXISTS (SELECT 1 FROM blocker o WHERE o.user_id = b.user_id AND o.cohort_id = b.cohort_id AND o.closed_at IS NULL
      AND (o.id = b.id OR o.cause IS NOT DISTINCT FROM b.cause)) AS solved
    FROM blocker b WHERE b.id = ${blockerId}::uuid`;
  return row?.solved ?? true;
}

async function isStillTrue(tx: Transaction, text: string, userId: string, now: Date): Promise<boolean> {
  const source = sourceIn(text);
  if (source) return stillMeant(tx, source, userId, now);
  const rule = ruleIn(text);
  if (!rule) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM app_user u WHERE u.id = ${userId}::uuid AND ${holdsFor(rule, now)}`;
  return rows.length > 0;
}

/** The mail server says that this address takes nothing: trying again would not help. Any other fault is thrown, and tried again. */
async function refusalOf(send: () => Promise<void>): Promise<string | null> {
  try {
    await send();
    return null;
  } catch (error) {
    const code = (error as { responseCode?: unknown }).responseCode;
    if (typeof code === "number" && code >= 500 && code < 600) return `smtp_${code}`;
    throw error;
  }
}

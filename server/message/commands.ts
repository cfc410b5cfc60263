import "server-only";
import type { CauseId } from "#domain/cause/cause";
import { type Rule, ruleText } from "#domain/message/rule";
import type { Words } from "#domain/message/words";
import { done, type Outcome, refused } from "#domain/outcome";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { tellDesks } from "../desk/ripples.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import type { Instructor } from "../viewer.ts";
import { saidWith } from "./letter.ts";
import { MOST_RECIPIENTS, type Recipient } from "./queries.ts";

type Wish = {
  /** Made when the page was drawn, so that a second click sends nothing twice. */
  readonly id: string;
  readonly words: Words;
  readonly cause: CauseId | null;
  readonly rule: Rule | null;
  readonly recipients: readonly Recipient[];
  readonly now: Date;
};

/** Writes to each of them, on their page at once and by mail; their cases are answered and, where nobody has them, in the writer's hands. */
export async function sendMessage(
  instructor: Instructor,
  wish: Wish,
): Promise<Outcome<number, "nobody" | "too_many_people" | "too_many">> {
  const { recipients } = wish;
  if (recipients.length === 0) return refused("nobody");
  if (recipients.length > MOST_RECIPIENTS) return refused("too_many_people");
  const limited = await countUse("message by person", instructor.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  try {
    await database().$transaction((tx) => write(tx, instructor, wish), { timeout: PATIENCE_MS });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return done(recipients.length);
}

const PATIENCE_MS = 30_000;

async function write(tx: Transaction, instructor: Instructor, wish: Wish): Promise<void> {
  const { id, words, cause, rule, recipients, now } = wish;
  const said = saidWith(words, cause);
  const data = { id, senderId: instructor.id, rule: rule && ruleText(rule), createdAt: now, ...said };
  await tx.message.create({ data, select: { id: true } });
  const rows = recipients.map(({ userId, blockerId }) => ({ messageId: id, userId, blockerId }));
  await tx.messageRecipient.createMany({ data: rows });
  for (const { userId } of recipients) {
    await enqueue(tx, "message", { messageId: id, userId });
    await notify(tx, `user:${userId}`);
  }
  await markAnswered(
    tx,
    instructor,
    recipients.flatMap(({ blockerId }) => blockerId ?? []),
    now,
  );
}

/** Whoever answers has the case, unless a colleague does. */
export async function markAnswered(
  tx: Transaction,
  { id, cohortIds }: Instructor,
  blockerIds: readonly string[],
  now: Date,
): Promise<void> {
  const touched = await tx.$queryRaw<{ cohort_id: string }[]>`
    UPDATE blocker SET answered_at = ${now}, taken_by = coalesce(taken_by, ${id}::uuid), taken_at = coalesce(taken_at, ${now})
    WHERE id = ANY(${[...blockerIds]}::uuid[]) AND cohort_id = ANY(${[...cohortIds]}::uuid[]) AND closed_at IS NULL
    RETURNING cohort_id`;
  await tellDesks(
    tx,
    touched.map((row) => row.cohort_id),
  );
}

/** Switches the mail of staff's messages on or off for whoever has the link. Gives whether there is such a person. */
export async function setMessagesByMail(token: string, isOn: boolean): Promise<boolean> {
  const { count } = await database().user.updateMany({
    where: { unsubscribeToken: token },
    // Whoever has come by the link has had the letter.
    data: { messagesByMail: isOn, mailRefusedAt: null, mailRefusedStatus: null },
  });
  return count > 0;
}

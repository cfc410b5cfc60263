import "server-only";
import { type CauseId, isCauseId } from "#domain/cause/cause";
import { database } from "../../database/client.ts";
import type { Student } from "../../viewer.ts";

export type ReplyView = {
  readonly id: string;
  readonly text: string;
  readonly isStaff: boolean;
  /** Null where the account is gone. */
  readonly author: string | null;
  readonly cause: CauseId | null;
  readonly createdAt: Date;
};

export type ThreadView = {
  readonly id: string;
  readonly note: string;
  readonly stepId: string | null;
  readonly device: string | null;
  readonly pasted: string | null;
  readonly cause: CauseId | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly replies: readonly ReplyView[];
};

const causeIn = (id: string | null): CauseId | null => (id !== null && isCauseId(id) ? id : null);

/** A student's requests with what was said below each, newest first; at most one of them is open. */
export async function threadsOf({ id: userId }: Pick<Student, "id">, take = 5): Promise<ThreadView[]> {
  const rows = await database().helpRequest.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    take,
    include: { replies: { orderBy: { createdAt: "asc" }, include: { author: { select: { name: true } } } } },
  });
  return rows.map(({ replies, cause, ...request }) => ({
    ...request,
    cause: causeIn(cause),
    replies: replies.map(({ author, ...reply }) => ({
      ...reply,
      cause: causeIn(reply.cause),
      author: author?.name ?? null,
    })),
  }));
}

/** How much staff have said to a student since they last looked. */
export async function countOfUnread({ id: userId }: Pick<Student, "id">): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM help_reply r JOIN help_request q ON q.id = r.request_id
             WHERE q.user_id = u.id AND r.is_staff AND (u.help_seen_at IS NULL OR r.created_at > u.help_seen_at))
          + (SELECT count(*) FROM message_recipient r JOIN message m ON m.id = r.message_id
             WHERE r.user_id = u.id AND (r.reason IS NULL OR r.reason NOT IN ('solved', 'no_longer'))
               AND (u.help_seen_at IS NULL OR m.created_at > u.help_seen_at)))::int AS count
    FROM app_user u WHERE u.id = ${userId}::uuid`;
  return row?.count ?? 0;
}

import "server-only";
import type { CauseId } from "#domain/cause/cause";
import { done, type Outcome, refused } from "#domain/outcome";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { database, isDuplicate, type Transaction } from "../../database/client.ts";
import { lookAgain, tellDesks } from "../../desk/ripples.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { countUse } from "../../limit/limit.ts";
import { notify } from "../../live/notify.ts";
import { markAnswered } from "../../message/commands.ts";
import { taughtBy } from "../../paste/taught-by.ts";
import type { Instructor, Student } from "../../viewer.ts";

/** The student adds to their open request. */
export async function addToRequest(student: Student, text: string): Promise<Outcome<null, "too_many" | "not_found">> {
  const limited = await countUse("help by person", student.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  return database().$transaction(async (tx) => {
    const request = await openOf(tx, student.id);
    if (!request) return refused("not_found");
    const data = { requestId: request.id, authorId: student.id, isStaff: false, text: withoutSecrets(text) };
    const { id } = await tx.helpReply.create({ data, select: { id: true } });
    await enqueue(tx, "help-mail", { requestId: request.id, about: id });
    await tell(tx, student.id);
    return done(null);
  });
}

/** An instructor answers a student of their own cohorts: below the open request, else below the last one, which it opens again. */
export async function answerStudent(
  instructor: Instructor,
  studentId: string,
  { text, cause, now }: { readonly text: string; readonly cause: CauseId | null; readonly now: Date },
): Promise<Outcome<null, "not_found">> {
  return database().$transaction(async (tx) => {
    const where = { userId: studentId, user: taughtBy(instructor) };
    const request = await tx.helpRequest.findFirst({ where, orderBy: { createdAt: "desc" }, select: { id: true } });
    if (!request) return refused("not_found");
    const data = { requestId: request.id, authorId: instructor.id, isStaff: true, text: withoutSecrets(text), cause };
    const { id } = await tx.helpReply.create({ data: { ...data, createdAt: now }, select: { id: true } });
    await enqueue(tx, "help-mail", { requestId: request.id, about: id });
    const open = { userId: studentId, closedAt: null, cohortId: { in: [...instructor.cohortIds] } };
    const cases = await tx.blocker.findMany({ where: open, select: { id: true } });
    await markAnswered(
      tx,
      instructor,
      cases.map((row) => row.id),
      now,
    );
    await tell(tx, studentId);
    return done(null);
  });
}

const openOf = (tx: Transaction, userId: string) =>
  tx.helpRequest.findFirst({ where: { userId, closedAt: null }, select: { id: true } });

/** The student's pages, and the desks on which they are. */
async function tell(tx: Transaction, userId: string): Promise<void> {
  const cohorts = await tx.enrolment.findMany({ where: { userId, role: "student" }, select: { cohortId: true } });
  await notify(tx, `user:${userId}`);
  await tellDesks(
    tx,
    cohorts.map(({ cohortId }) => cohortId),
  );
}

/** Opens the student's last request again, unless another is open. */
export const reopenRequest = (student: Student): Promise<Outcome<null, "not_found">> =>
  reopen(student.id, { userId: student.id });

export const reopenRequestOf = (instructor: Instructor, studentId: string): Promise<Outcome<null, "not_found">> =>
  reopen(studentId, { userId: studentId, user: taughtBy(instructor) });

type Where = { userId: string; user?: ReturnType<typeof taughtBy> };

async function reopen(userId: string, where: Where): Promise<Outcome<null, "not_found">> {
  try {
    return await database().$transaction(async (tx) => {
      const last = await tx.helpRequest.findFirst({ where, orderBy: { createdAt: "desc" }, select: { id: true } });
      if (!last) return refused("not_found");
      await tx.helpRequest.update({
        where: { id: last.id },
        data: { closedAt: null, closedBy: null },
        select: { id: true },
      });
      await lookAgain(tx, [userId], new Date());
      return done(null);
    });
  } catch (error) {
    // Two clicks, or another request that was opened meanwhile: one is open, which is what was wanted.
    if (isDuplicate(error)) return done(null);
    throw error;
  }
}

/** The student has the page with what was said to them before their eyes. */
export async function markHelpSeen(student: Student, now: Date): Promise<void> {
  await database().user.updateMany({ where: { id: student.id }, data: { helpSeenAt: now } });
}

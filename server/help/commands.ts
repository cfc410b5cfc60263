import "server-only";
import type { CauseId } from "#domain/cause/cause";
import { done, type Outcome, refused } from "#domain/outcome";
import { fitted } from "#domain/paste/fitted";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { database, isDuplicate, type Transaction } from "../database/client.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import { deviceOf } from "../sign-in/arrival.ts";
import type { Instructor, Student } from "../viewer.ts";
import { tell } from "../webhook/tell.ts";
import { refreshBlockers } from "./blockers.ts";

type Question = {
  readonly note: string;
  readonly stepId: string | null;
  /** Of the browser from which it is asked. */
  readonly userAgent?: string | null;
  /** The message that it is about, and what it was taken for; where there is none, that of the open request stays. */
  readonly message?: { readonly pasted: string; readonly cause: CauseId | null };
};

/** Asks for a person. One request is open at a time; asking again changes it. */
export async function askForHelp(
  student: Student,
  { note, stepId, userAgent = null, message }: Question,
): Promise<Outcome<null, "too_many">> {
  const limited = await countUse("help by person", student.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  // A pasted error may hold a key: whatever looks like one never reaches the table.
  const pasted = message && { pasted: fitted(withoutSecrets(message.pasted)).text, cause: message.cause };
  const words = { note: withoutSecrets(note), stepId, device: deviceOf(userAgent), ...pasted };
  const ask = () =>
    database().$transaction(async (tx) => {
      const { count } = await tx.helpRequest.updateMany({ where: { userId: student.id, closedAt: null }, data: words });
      if (count === 0) await openRequest(tx, student.id, words);
      await refreshBlockers(tx, student.id, new Date());
      await notify(tx, `user:${student.id}`);
    });
  await ask().catch((error: unknown) => (isDuplicate(error) ? ask() : Promise.reject(error)));
  return done(null);
}

type Words = {
  readonly note: string;
  readonly stepId: string | null;
  readonly device: string | null;
  readonly pasted?: string;
  readonly cause?: CauseId | null;
};

async function openRequest(tx: Transaction, userId: string, words: Words): Promise<void> {
  const { id } = await tx.helpRequest.create({ data: { userId, ...words }, select: { id: true } });
  await enqueue(tx, "help-mail", { requestId: id, about: id });
  await tell(tx, { kind: "help.asked", userId, subjectId: id, stepId: words.stepId, cause: words.cause ?? null });
}

/** The student takes the request back: it has solved itself. */
export async function withdrawHelpRequest(student: Student): Promise<void> {
  await closeRequest(student.id, student.id);
}

/** An instructor has answered. Only for students of the instructor's own cohorts. */
export async function answerHelpRequest(
  instructor: Instructor,
  studentId: string,
): Promise<Outcome<null, "not_found">> {
  const isTaught = await database().enrolment.count({
    where: { userId: studentId, role: "student", cohortId: { in: [...instructor.cohortIds] } },
  });
  if (isTaught === 0) return refused("not_found");
  await closeRequest(studentId, instructor.id);
  return done(null);
}

async function closeRequest(userId: string, closedBy: string): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.helpRequest.updateMany({ where: { userId, closedAt: null }, data: { closedAt: new Date(), closedBy } });
    await refreshBlockers(tx, userId, new Date());
    await notify(tx, `user:${userId}`);
  });
}

import "server-only";
import { dayOf } from "#domain/credential/expiry";
import type { NudgeSource } from "#domain/nudge/rule";
import type { Transaction } from "../database/client.ts";
import { undoneBy } from "./undone.ts";

/**
 * Asked again when the mail goes out: the rule is still on, the person still there, and what it is about as it was. Whether
 * a case is open is asked of every message.
 */
export async function stillMeant(
  tx: Transaction,
  { kind, cohortId, due }: NudgeSource,
  userId: string,
  now: Date,
): Promise<boolean> {
  const cohort = await tx.cohort.findFirst({
    where: {
      ...{ id: cohortId, archivedAt: null, nudgeRules: { some: { kind } } },
      enrolments: { some: { userId, role: "student" } },
    },
    select: { slug: true, lessonDues: { where: { dueAt: { gt: now } } } },
  });
  if (!cohort) return false;
  if (kind === "never_signed_in") return (await tx.user.count({ where: { id: userId, firstSignedInAt: null } })) > 0;
  if (!due) return true;
  const isAsItWas = cohort.lessonDues.some(
    ({ module, lesson, dueAt }) => module === due.module && lesson === due.lesson && dayOf(dueAt) === due.day,
  );
  return isAsItWas && (await undoneBy(tx, cohort, due, [userId], now)).has(userId);
}

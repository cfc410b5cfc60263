import "server-only";
import { diagnoseText } from "#domain/diagnosis/diagnose-text";
import type { Diagnosis } from "#domain/diagnosis/diagnosed";
import { done, type Outcome, refused } from "#domain/outcome";
import { fitted } from "#domain/paste/fitted";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { database } from "../database/client.ts";
import { countUse } from "../limit/limit.ts";
import { notify } from "../live/notify.ts";
import type { Instructor, Student, Viewer } from "../viewer.ts";
import { taughtBy } from "./taught-by.ts";

export type Reading = {
  /** What was pasted, without what looks like a secret; the whole of it, if it is not far too long. */
  readonly text: string;
  /** What of it was read. */
  readonly read: string;
  readonly wasCut: boolean;
  readonly diagnosis: Diagnosis;
};
export type PasteRefusal =
  | { readonly reason: "empty" }
  | { readonly reason: "too_many"; readonly retryAfterSeconds: number };

/** Reads a pasted text and forgets it: only the use is counted. */
export async function readPasted(
  paster: Viewer | null,
  ip: string,
  pasted: string,
): Promise<{ ok: true; value: Reading } | { ok: false; refusal: PasteRefusal }> {
  if (pasted.trim() === "") return { ok: false, refusal: { reason: "empty" } };
  const used = await (paster ? countUse("paste by person", paster.person.id) : countUse("paste by ip", ip));
  if (!used.allowed) return { ok: false, refusal: { reason: "too_many", retryAfterSeconds: used.retryAfterSeconds } };
  // Counted first: looking through a long text takes time that everybody shares.
  const text = withoutSecrets(pasted);
  const { text: read, wasCut } = fitted(text);
  return { ok: true, value: { text, read, wasCut, diagnosis: diagnoseText(read) } };
}

/** A message that no rule knows, for the instructors of the student, who has agreed to it. The same one twice is one. */
export async function reportMessage(student: Student, message: string): Promise<Outcome<null, "empty" | "too_many">> {
  if (message.trim() === "") return refused("empty");
  const limited = await countUse("report by person", student.id);
  if (!limited.allowed) return refused("too_many", limited.retryAfterSeconds);
  const { text } = fitted(withoutSecrets(message).trim());
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reports of ${student.id}`}, 0))`;
    const open = { userId: student.id, text, closedAt: null };
    if ((await tx.messageReport.count({ where: open })) > 0) return;
    await tx.messageReport.create({ data: { userId: student.id, text }, select: { id: true } });
    const cohorts = await tx.enrolment.findMany({ where: { userId: student.id, role: "student" } });
    await notify(tx, ...cohorts.map(({ cohortId }) => `cohort:${cohortId}` as const));
  });
  return done(null);
}

/** An instructor has dealt with it. Only for messages of students of the instructor's own cohorts; twice is once. */
export async function closeReport(instructor: Instructor, reportId: string): Promise<Outcome<null, "not_found">> {
  return database().$transaction(async (tx) => {
    const report = await tx.messageReport.findFirst({
      where: { id: reportId, user: taughtBy(instructor) },
      select: { user: { select: { enrolments: { where: { role: "student" }, select: { cohortId: true } } } } },
    });
    if (!report) return refused("not_found");
    const dealt = { closedAt: new Date(), closedBy: instructor.id };
    await tx.messageReport.updateMany({ where: { id: reportId, closedAt: null }, data: dealt });
    await notify(tx, ...report.user.enrolments.map(({ cohortId }) => `cohort:${cohortId}` as const));
    return done(null);
  });
}

import type { CauseId } from "#domain/cause/cause";
import { WHOLE_VIEW } from "#domain/desk/view";
import { requiredSteps } from "#domain/progress/progress";
import { moduleOf, wholeModule } from "#server/course/queries";
import { database } from "#server/database/client";
import { deskRows } from "#server/desk/queries";
import { refreshBlockers } from "#server/help/blockers";
import type { Instructor, Student } from "#server/viewer";
import { cast } from "./cast.ts";
import { asWorker, ownerDatabase } from "./roles.ts";

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
export const ago = (ms: number): Date => new Date(Date.now() - ms);

/** Applies the rules as the worker does when a test ends. */
export const settle = (student: Student, now = new Date()): Promise<void> =>
  asWorker(() => database().$transaction((tx) => refreshBlockers(tx, student.id, now)));

export const blockersOf = ({ id: userId }: Student) =>
  ownerDatabase().blocker.findMany({ where: { userId }, orderBy: { openedAt: "asc" } });

export const openBlockersOf = async (student: Student) =>
  (await blockersOf(student)).filter(({ closedAt }) => closedAt === null);

type Run = readonly [minutes: number, outcome: CauseId | "passed"];

/** Tests of the key, so many minutes ago, each with its outcome at the second check. */
export async function tested(student: Student, ...runs: readonly Run[]): Promise<void> {
  const present = await ownerDatabase().apiCredential.findFirst({ where: { userId: student.id } });
  const credential = present ?? (await cast().aSealedKey(student.id));
  for (const [minutes, outcome] of runs) {
    await cast().aTest(student.id, credential, { at: ago(minutes * MINUTE_MS), outcome: ["passed", outcome] });
  }
  await settle(student);
}

/** Ticks all that is required. */
export async function finish(student: Student, at: Date): Promise<void> {
  for (const { id } of requiredSteps(await moduleOf("pl"), [])) await cast().aTick(student.id, id, at);
}

/** Those who need help, as one list of the desk. */
export const needing = async (instructor: Instructor, now = new Date()) =>
  deskRows(instructor, { ...WHOLE_VIEW, list: true }, { module: await wholeModule("pl"), now });

import "server-only";
import { type CheckName, isCheckName } from "#domain/check/check";
import { looksOf } from "#domain/waiting/wait";
import { database } from "../database/client.ts";
import { pace } from "../environment.ts";
import type { Student } from "../viewer.ts";

export type WaitView = {
  readonly check: CheckName;
  readonly since: Date;
  readonly until: Date;
  /** All of its looks, those that are past too. */
  readonly looks: readonly Date[];
};

/** What a student waits for or has waited for; a wait whose check has passed is gone. */
export async function waitsOf(student: Pick<Student, "id">): Promise<WaitView[]> {
  const rows = await database().waitingTimer.findMany({ where: { userId: student.id } });
  return rows.flatMap(({ check, since, until }) =>
    isCheckName(check) ? [{ check, since, until, looks: looksOf(since, pace()) }] : [],
  );
}

/** The clocks that are running for a student. */
export const waitingOf = async (student: Pick<Student, "id">, now: Date): Promise<WaitView[]> =>
  (await waitsOf(student)).filter(({ until }) => until > now);

import "server-only";
import { withdraw } from "../account/withdraw.ts";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import { endBlockers, holdPerson } from "../help/ending.ts";
import { notify } from "../live/notify.ts";
import { onRoster } from "../roster/on-roster.ts";
import type { Manager } from "../viewer.ts";

/**
 * Takes a student out of the manager's cohorts. Whoever is then in none loses keys and sessions at once, and the account
 * after the grace, unless they are invited again. Somebody else's student, or nobody's, looks the same: nothing happens.
 */
export async function removeStudent(manager: Manager, studentId: string, now: Date): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const where = { userId: studentId, role: "student" as const, cohortId: { in: [...manager.cohortIds] } };
    await holdPerson(tx, studentId);
    const cohorts = await tx.enrolment.findMany({ where, select: { cohortId: true } });
    const { count } = await tx.enrolment.deleteMany({ where });
    if (count === 0) return false;
    const left = { userId: studentId, cohortIds: cohorts.map(({ cohortId }) => cohortId) };
    await endBlockers(tx, left, "removed", now);
    await record(tx, { kind: "role.removed", actorId: manager.id, subjectId: studentId, facts: { cohorts: count } });
    if ((await tx.user.count({ where: { id: studentId, ...onRoster } })) === 0)
      await withdraw(tx, studentId, { now, actorId: manager.id });
    await notify(tx, ...cohorts.map(({ cohortId }) => `cohort:${cohortId}` as const));
    return true;
  });
}

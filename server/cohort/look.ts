import "server-only";
import { database } from "../database/client.ts";
import { refreshBlockers } from "../help/blockers.ts";
import type { JobData } from "../jobs/queues.ts";

/** Run by the worker: applies a cohort's rules to each of its students, one transaction each, so that nobody waits for all. */
export async function lookAtCohort({ cohortId }: JobData["cohort-look"]): Promise<void> {
  const students = await database().enrolment.findMany({
    where: { cohortId, role: "student" },
    select: { userId: true },
  });
  for (const { userId } of students) await database().$transaction((tx) => refreshBlockers(tx, userId, new Date()));
}

import "server-only";
import type { LessonDue } from "#domain/cohort/due";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../../audit/record.ts";
import { database } from "../../database/client.ts";
import type { Manager } from "../../viewer.ts";

/** The days of a cohort, all of them: a lesson that is not named has none. */
export async function setDues(
  manager: Manager,
  cohortId: string,
  dues: readonly LessonDue[],
): Promise<Outcome<null, "not_found">> {
  if (!manager.cohortIds.includes(cohortId)) return refused("not_found");
  await database().$transaction(async (tx) => {
    // One at a time, so that two who save at once leave the days of one of them and not of both.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`dues of ${cohortId}`}, 0))`;
    await tx.lessonDue.deleteMany({ where: { cohortId } });
    await tx.lessonDue.createMany({ data: dues.map((due) => ({ cohortId, ...due })) });
    await record(tx, { kind: "cohort.changed", actorId: manager.id, facts: { cohort: cohortId, dues: dues.length } });
  });
  return done(null);
}

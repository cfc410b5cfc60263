import "server-only";
import { NUDGES, type NudgeRules } from "#domain/nudge/rule";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import type { Manager } from "../viewer.ts";

/** In which cases the portal writes to a cohort by itself: in those alone. Gives whether the cohort is the manager's. */
export async function setNudges({ id, cohortIds }: Manager, cohortId: string, rules: NudgeRules): Promise<boolean> {
  if (!cohortIds.includes(cohortId)) return false;
  const rows = NUDGES.flatMap((kind) => (rules[kind] === undefined ? [] : [{ cohortId, kind, days: rules[kind] }]));
  await database().$transaction(async (tx) => {
    // One at a time, so that two who save at once leave the rules of one of them and not of both.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`nudges of ${cohortId}`}, 0))`;
    await tx.nudgeRule.deleteMany({ where: { cohortId } });
    await tx.nudgeRule.createMany({ data: rows });
    await record(tx, { kind: "cohort.changed", actorId: id, facts: { cohort: cohortId, nudges: rows.length } });
  });
  return true;
}

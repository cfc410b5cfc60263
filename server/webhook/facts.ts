import "server-only";
import { isLeaving } from "#domain/webhook/closing";
import { TRIAL } from "#domain/webhook/event";
import { database } from "../database/client.ts";
import type { Claimed } from "./claim.ts";
import type { Facts } from "./payload.ts";

/**
 * What the claimed message tells, or null where its owner may not know it any more: no longer staff of that cohort,
 * disabled, or the student has left. That a blocker is closed is told even then, as an id and a reason.
 */
export async function factsFor(claimed: Claimed): Promise<Facts | null> {
  const { ownerId, userId, cohortId, told: tries, ...facts } = claimed;
  const owner = await database().user.count({ where: { id: ownerId, disabledAt: null, deletionDueAt: null } });
  if (owner === 0) return null;
  if (facts.kind === TRIAL) return { ...facts, tries, student: null, cohort: null };
  const place = cohortId && (await keptBy(ownerId, cohortId));
  if (!place) return null;
  const { isLive, ...cohort } = place;
  const student = isLive && userId && !isLeaving(facts.reason) ? await studentIn(cohort.id, userId) : null;
  if (student) return { ...facts, tries, student, cohort };
  if (facts.kind !== "blocker.closed") return null;
  const nothing = { stepId: null, cause: null, status: null, tries: null, since: null };
  return { ...facts, ...nothing, student: userId === null ? null : { id: userId }, cohort };
}

type Kept = { readonly id: string; readonly slug: string; readonly name: string; readonly isLive: boolean };

async function keptBy(ownerId: string, cohortId: string): Promise<Kept | null> {
  const [kept] = await database().$queryRaw<Kept[]>`
    SELECT c.id, c.slug, c.name, c.archived_at IS NULL AS "isLive"
    FROM cohort_keeper k JOIN cohort c ON c.id = k.cohort_id
    WHERE k.user_id = ${ownerId}::uuid AND k.cohort_id = ${cohortId}::uuid`;
  return kept ?? null;
}

async function studentIn(cohortId: string, userId: string) {
  const enrolled = await database().enrolment.findFirst({
    where: { cohortId, userId, role: "student" },
    select: { user: { select: { id: true, name: true, email: true } } },
  });
  return enrolled?.user ?? null;
}

import "server-only";
import { done, type Outcome, refused } from "#domain/outcome";
import type { Invitee } from "#domain/roster/pasted";
import type { Role } from "#domain/roster/role";
import type { LeavingReason } from "#domain/webhook/closing";
import { withdraw } from "../account/withdraw.ts";
import { record } from "../audit/record.ts";
import { database, type Transaction } from "../database/client.ts";
import { refreshBlockers } from "../help/blockers.ts";
import { endBlockers, holdPerson } from "../help/ending.ts";
import { notify } from "../live/notify.ts";
import { enrol, inviteLater } from "../roster/enrol.ts";
import { onRoster } from "../roster/on-roster.ts";
import type { Manager } from "../viewer.ts";

type Place = { readonly userId: string; readonly cohortId: string };
type Refusal = "not_found" | "last_instructor" | "there_already" | "signed_in";

/** Makes somebody a student, an assistant or an instructor of a cohort. An owner apart, it keeps somebody who manages it. */
export async function changeRole(manager: Manager, place: Place, role: Role): Promise<Outcome<null, Refusal>> {
  return inPlace(manager, place, async (tx, was) => {
    if (was === role) return done(null);
    if (was === "instructor" && (await isLastInstructor(tx, place))) return refused("last_instructor");
    await tx.enrolment.updateMany({ where: place, data: { role } });
    if (was === "student") await leave(tx, place, "role_changed");
    else await refreshBlockers(tx, place.userId, new Date());
    const facts = { cohort: place.cohortId, was, role };
    await record(tx, { kind: "role.changed", actorId: manager.id, subjectId: place.userId, facts });
    return done(null);
  });
}

/** Takes a student to another cohort of the manager's, with all that they have done. */
export async function moveStudent(manager: Manager, place: Place, to: string): Promise<Outcome<null, Refusal>> {
  if (!manager.cohortIds.includes(to)) return refused("not_found");
  return inPlace(manager, place, async (tx, role) => {
    if (role !== "student") return refused("not_found");
    if (to === place.cohortId) return done(null);
    if ((await tx.enrolment.count({ where: { userId: place.userId, cohortId: to } })) > 0)
      return refused("there_already");
    await leave(tx, place, "moved");
    await tx.enrolment.updateMany({ where: place, data: { cohortId: to } });
    await refreshBlockers(tx, place.userId, new Date());
    const facts = { was: place.cohortId, cohort: to };
    await record(tx, { kind: "role.changed", actorId: manager.id, subjectId: place.userId, facts });
    await notify(tx, `cohort:${to}`);
    return done(null);
  });
}

/** Takes back the invitation of somebody who has never signed in; whoever has is removed, which asks for more. */
export async function takeInvitationBack(manager: Manager, place: Place, now: Date): Promise<Outcome<null, Refusal>> {
  return inPlace(manager, place, async (tx, role) => {
    const isNew = await tx.user.count({ where: { id: place.userId, firstSignedInAt: null } });
    if (isNew === 0) return refused("signed_in");
    if (role === "instructor" && (await isLastInstructor(tx, place))) return refused("last_instructor");
    await leave(tx, place, "removed");
    await tx.enrolment.deleteMany({ where: place });
    await record(tx, { kind: "role.removed", actorId: manager.id, subjectId: place.userId, facts: { cohorts: 1 } });
    if ((await tx.user.count({ where: { id: place.userId, ...onRoster } })) === 0)
      await withdraw(tx, place.userId, { now, actorId: manager.id });
    return done(null);
  });
}

/** Somebody who works in a cohort from now on, known to the portal or not. */
export async function addStaff(
  manager: Manager,
  cohortId: string,
  { person, role }: { person: Invitee; role: Exclude<Role, "student"> },
): Promise<Outcome<null, Refusal>> {
  if (!manager.cohortIds.includes(cohortId)) return refused("not_found");
  return database().$transaction(async (tx) => {
    const added = await enrol(tx, [person], { cohortId, role, locale: "pl" });
    if (added.length === 0) return refused("there_already");
    await inviteLater(tx, cohortId, added);
    const facts = { cohort: cohortId, role };
    await record(tx, { kind: "role.changed", actorId: manager.id, subjectId: added[0] ?? null, facts });
    return done(null);
  });
}

/** For somebody in a cohort of the manager's; anybody else looks as if they were nobody. Two changes at once wait for one another. */
async function inPlace(
  manager: Manager,
  place: Place,
  work: (tx: Transaction, role: Role) => Promise<Outcome<null, Refusal>>,
): Promise<Outcome<null, Refusal>> {
  if (!manager.cohortIds.includes(place.cohortId)) return refused("not_found");
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`staff of ${place.cohortId}`}, 0))`;
    await holdPerson(tx, place.userId);
    const found = await tx.enrolment.findFirst({ where: place, select: { role: true } });
    if (!found) return refused("not_found");
    const answer = await work(tx, found.role);
    await notify(tx, `cohort:${place.cohortId}`);
    return answer;
  });
}

async function isLastInstructor(tx: Transaction, { userId, cohortId }: Place): Promise<boolean> {
  return (await tx.enrolment.count({ where: { cohortId, role: "instructor", NOT: { userId } } })) === 0;
}

const leave = (tx: Transaction, { userId, cohortId }: Place, reason: LeavingReason): Promise<void> =>
  endBlockers(tx, { userId, cohortIds: [cohortId] }, reason, new Date());

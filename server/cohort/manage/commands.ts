import "server-only";
import { v7 as uuid } from "uuid";
import { slugOf } from "#domain/cohort/slug";
import type { Chosen } from "#domain/cohort/thresholds";
import { done, type Outcome, refused } from "#domain/outcome";
import { record } from "../../audit/record.ts";
import { database, type Transaction } from "../../database/client.ts";
import { isDemo } from "../../environment.ts";
import { endBlockers } from "../../help/ending.ts";
import { enqueue } from "../../jobs/enqueue.ts";
import { notify } from "../../live/notify.ts";
import type { Manager } from "../../viewer.ts";

type Answer = Outcome<null, "not_found">;

/** Makes a cohort, whose maker teaches it. Two of one name are told apart by their slugs. */
export async function createCohort(manager: Manager, name: string): Promise<string> {
  const id = uuid();
  // The demo knows its own cohorts by their slugs.
  const slug = `${isDemo() ? "demo-" : ""}${slugOf(name)}`;
  await database().$transaction(async (tx) => {
    const own = `${slug}-${id.slice(-6)}`;
    await tx.$executeRaw`
      INSERT INTO cohort (id, slug, name)
      VALUES (${id}::uuid, CASE WHEN EXISTS (SELECT FROM cohort WHERE slug = ${slug}) THEN ${own} ELSE ${slug} END, ${name})`;
    await tx.$executeRaw`
      INSERT INTO enrolment (cohort_id, user_id, role) VALUES (${id}::uuid, ${manager.id}::uuid, 'instructor')`;
    await record(tx, { kind: "cohort.created", actorId: manager.id, facts: { cohort: id } });
  });
  return id;
}

type Changed = {
  readonly name?: string;
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
};

export const renameCohort = (manager: Manager, cohortId: string, name: string): Promise<Answer> =>
  change(manager, cohortId, { name });

export const setDates = (manager: Manager, cohortId: string, dates: Required<Omit<Changed, "name">>): Promise<Answer> =>
  change(manager, cohortId, dates);

const change = (manager: Manager, cohortId: string, data: Changed): Promise<Answer> =>
  inOwn(manager, cohortId, async (tx) => {
    await tx.cohort.updateMany({ where: { id: cohortId }, data });
    await record(tx, { kind: "cohort.changed", actorId: manager.id, facts: { cohort: cohortId } });
  });

/** What the rule says of each student from now on is looked up by the worker at once. */
export const setThresholds = (manager: Manager, cohortId: string, chosen: Chosen): Promise<Answer> =>
  inOwn(manager, cohortId, async (tx) => {
    const { tries, stalledDays, invitedDays } = chosen;
    const data = { helpAfterTries: tries, helpAfterStalledDays: stalledDays, helpAfterInvitedDays: invitedDays };
    await tx.cohort.updateMany({ where: { id: cohortId }, data });
    await record(tx, { kind: "cohort.changed", actorId: manager.id, facts: { cohort: cohortId, ...chosen } });
    await enqueue(tx, "cohort-look", { cohortId });
  });

/** A moment at which there is a meeting already stays one meeting. */
export const addLiveSession = (manager: Manager, cohortId: string, at: Date, now: Date): Promise<Answer> =>
  inOwn(manager, cohortId, async (tx) => {
    await tx.liveSession.createMany({ data: [{ cohortId, at }], skipDuplicates: true });
    await nameNextMeeting(tx, cohortId, now);
  });

export const dropLiveSession = (manager: Manager, cohortId: string, at: Date, now: Date): Promise<Answer> =>
  inOwn(manager, cohortId, async (tx) => {
    await tx.liveSession.deleteMany({ where: { cohortId, at } });
    await nameNextMeeting(tx, cohortId, now);
  });

async function nameNextMeeting(tx: Transaction, cohortId: string, now: Date): Promise<void> {
  const next = await tx.liveSession.findFirst({ where: { cohortId, at: { gt: now } }, orderBy: { at: "asc" } });
  await tx.cohort.updateMany({ where: { id: cohortId }, data: { nextMeeting: next?.at ?? null } });
}

/** Puts a cohort away: its people keep what they have, and nobody of it stands among those who need help any more. */
export const archiveCohort = (manager: Manager, cohortId: string, now: Date): Promise<Answer> =>
  inOwn(manager, cohortId, async (tx) => {
    await tx.cohort.updateMany({ where: { id: cohortId, archivedAt: null }, data: { archivedAt: now } });
    await endBlockers(tx, { cohortId }, "cohort_archived", now);
    await record(tx, { kind: "cohort.archived", actorId: manager.id, facts: { cohort: cohortId } });
  });

export async function restoreCohort(manager: Manager, cohortId: string): Promise<Answer> {
  if (!manager.archivedIds.includes(cohortId)) return refused("not_found");
  await database().$transaction(async (tx) => {
    await tx.cohort.updateMany({ where: { id: cohortId }, data: { archivedAt: null } });
    await record(tx, { kind: "cohort.restored", actorId: manager.id, facts: { cohort: cohortId } });
    await enqueue(tx, "cohort-look", { cohortId });
    await notify(tx, `cohort:${cohortId}`);
  });
  return done(null);
}

/** For a cohort of the manager's own that is not put away; any other looks as if it were not there. */
async function inOwn(manager: Manager, cohortId: string, work: (tx: Transaction) => Promise<void>): Promise<Answer> {
  if (!manager.cohortIds.includes(cohortId)) return refused("not_found");
  await database().$transaction(async (tx) => {
    await work(tx);
    await notify(tx, `cohort:${cohortId}`);
  });
  return done(null);
}

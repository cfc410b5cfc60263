import { describe, expect, test } from "vitest";
import { setDues } from "#server/cohort/due/commands";
import { duesFor, duesOf } from "#server/cohort/due/queries";
import { lookAtCohort } from "#server/cohort/look";
import {
  addLiveSession,
  archiveCohort,
  createCohort,
  dropLiveSession,
  renameCohort,
  restoreCohort,
  setDates,
  setThresholds,
} from "#server/cohort/manage/commands";
import { managedCohort, managedCohorts, previewOf } from "#server/cohort/manage/queries";
import { nameNextMeetings } from "#server/cohort/next-meeting";
import { aManager, aStudent, asManager, cast } from "../support/cast.ts";
import { takeJobs } from "../support/jobs.ts";
import { asWorker, ownerDatabase } from "../support/roles.ts";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const RULE = { tries: 3, stalledDays: 3, invitedDays: 2 };
const looks = async () => {
  for (const job of await takeJobs("cohort-look")) await asWorker(() => lookAtCohort(job));
};
const openBlockers = (cohortId: string) => ownerDatabase().blocker.count({ where: { cohortId, closedAt: null } });

async function aCohortWithSilentPeople() {
  const manager = await aManager();
  const [id = ""] = manager.cohortIds;
  for (const days of [-1, -4, -8])
    await cast().aStudent({ cohortId: id, name: `Cicha ${-days}`, invitedAt: inDays(days), firstSignedInAt: null });
  return { manager, id };
}

describe("a cohort", () => {
  test("is its maker's to teach, and two of one name have slugs of their own", async () => {
    const manager = await aManager();
    const [one, two] = [await createCohort(manager, "Zimowa"), await createCohort(manager, "Zimowa")];
    const now = asManager(manager, [...manager.cohortIds, one, two]);
    const found = [await managedCohort(now, one), await managedCohort(now, two)];
    expect(found.map((cohort) => cohort?.staff.map(({ id }) => id))).toEqual([[manager.id], [manager.id]]);
    expect(new Set(found.map((cohort) => cohort?.slug)).size).toBe(2);
  });

  test("names the earliest of its meetings that are to come, also when one is over", async () => {
    const manager = await aManager();
    const [id = ""] = manager.cohortIds;
    const next = async () => (await managedCohort(manager, id))?.nextMeeting?.getTime() ?? null;
    const [soon, later] = [inDays(1), inDays(8)];
    for (const at of [later, soon, soon]) await addLiveSession(manager, id, at, new Date());
    expect(await next()).toBe(soon.getTime());
    await asWorker(() => nameNextMeetings(inDays(2)));
    expect(await next()).toBe(later.getTime());
    await dropLiveSession(manager, id, later, inDays(2));
    expect([await next(), (await managedCohort(manager, id))?.meetings]).toEqual([null, [soon]]);
  });

  test("shows whom a rule would point at, before it does", async () => {
    const { manager, id } = await aCohortWithSilentPeople();
    const countWith = async (invitedDays: number) => (await previewOf(id, { ...RULE, invitedDays }, new Date())).count;
    expect([await countWith(1), await countWith(2), await countWith(7), await countWith(30)]).toEqual([3, 2, 1, 0]);
    expect(await openBlockers(id)).toBe(0);
    await setThresholds(manager, id, { ...RULE, invitedDays: 7 });
    await looks();
    expect(await openBlockers(id)).toBe(1);
  });

  test("says until when its lessons are to be done, to its students alone", async () => {
    const { manager, id } = await aCohortWithSilentPeople();
    const [own, stranger] = [
      await cast().aStudent({ cohortId: id }),
      { ...(await aStudent()), manager: await aManager() },
    ];
    const day = inDays(5);
    expect(await setDues(stranger.manager, id, [])).toMatchObject({ refusal: "not_found" });
    const dues = [{ module: "modul-1", lesson: "klucz-api", dueAt: day }];
    await Promise.all([setDues(manager, id, dues), setDues(manager, id, dues)]);
    expect([await duesFor(own), await duesFor(stranger.student)]).toEqual([dues, []]);
    expect([await duesOf(manager, id), await duesOf(stranger.manager, id)]).toEqual([dues, []]);
    await setDues(manager, id, []);
    expect(await duesFor(own)).toEqual([]);
  });

  test("that is put away needs no help, and does again once it is back", async () => {
    const { manager, id } = await aCohortWithSilentPeople();
    await setThresholds(manager, id, RULE);
    await looks();
    expect(await openBlockers(id)).toBe(2);
    expect(await archiveCohort(manager, id, new Date())).toMatchObject({ ok: true });
    const away = asManager(manager, [], [id]);
    expect([await openBlockers(id), (await managedCohorts(away))[0]?.archivedAt]).toEqual([0, expect.any(Date)]);
    expect(await setThresholds(away, id, RULE)).toMatchObject({ refusal: "not_found" });
    await restoreCohort(away, id);
    await looks();
    expect(await openBlockers(id)).toBe(2);
  });

  test("of somebody else's is not there, whatever is asked of it", async () => {
    const [{ manager, id }, stranger] = [await aCohortWithSilentPeople(), await aManager()];
    const answers = [
      await renameCohort(stranger, id, "Moja"),
      await setDates(stranger, id, { startsAt: null, endsAt: null }),
      await setThresholds(stranger, id, RULE),
      await addLiveSession(stranger, id, inDays(1), new Date()),
      await dropLiveSession(stranger, id, inDays(1), new Date()),
      await archiveCohort(stranger, id, new Date()),
      await restoreCohort(stranger, id),
    ];
    expect(answers.map((answer) => answer.ok || answer.refusal)).toEqual(answers.map(() => "not_found"));
    expect([await managedCohort(stranger, id), (await managedCohort(manager, id))?.name]).toEqual([
      null,
      "Jesień 2026",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { deleteAccountsThatAreDue } from "#server/account/purge";
import { removeStudent } from "#server/cohort/commands";
import { archiveCohort } from "#server/cohort/manage/commands";
import { database } from "#server/database/client";
import { resolveBlockers } from "#server/desk/commands";
import { refreshBlockers } from "#server/help/blockers";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { endBlockers } from "#server/help/ending";
import { closeNeverSignedIn } from "#server/help/first-sign-in";
import { changeRole, moveStudent, takeInvitationBack } from "#server/people/commands";
import type { Student } from "#server/viewer";
import { aManager, anInstructor, aStudent, asManager, cast } from "../../support/cast.ts";
import { ago, DAY_MS, openBlockersOf, settle } from "../../support/help.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { anEndpoint, aReceiver, bodyOf, doWebhooks, later, withStatus } from "../../support/webhooks.ts";

const receiver = aReceiver();
const now = new Date();
const closings = () =>
  receiver.received
    .map(bodyOf)
    .filter(({ type }) => type === "blocker.closed")
    .map(({ data }) => data);

/** A student of a manager's whose request for help is open, and an endpoint that gets names of blockers that close. */
async function somebodyInTrouble() {
  const { student, cohort } = await aStudent({ name: "Celina Zielona" });
  const other = await cast().aCohort();
  const manager = await aManager(cohort.id, other.id);
  await anEndpoint(manager, receiver.url, { events: ["blocker.closed"], withNames: true });
  await askForHelp(student, { note: "?", stepId: "openai-klucz" });
  const [blocker] = await openBlockersOf(student);
  const place = { userId: student.id, cohortId: cohort.id };
  const told = {
    blocker_id: blocker?.id,
    student: { id: student.id },
    cohort: { id: cohort.id, slug: cohort.slug, name: cohort.name },
    ...{ step: null, cause: null },
  };
  return { student, cohort, other, manager, place, told };
}

type Trouble = Awaited<ReturnType<typeof somebodyInTrouble>>;

describe("a blocker that ends because somebody leaves", () => {
  test.each<[string, (trouble: Trouble) => Promise<unknown>]>([
    ["removed", ({ manager, student }) => removeStudent(manager, student.id, now)],
    ["moved", ({ manager, place, other }) => moveStudent(manager, place, other.id)],
    ["role_changed", ({ manager, place }) => changeRole(manager, place, "assistant")],
    ["cohort_archived", ({ manager, cohort }) => archiveCohort(manager, cohort.id, now)],
  ])("is told once, in two windows at once, as %s, with ids alone", async (reason, leave) => {
    const trouble = await somebodyInTrouble();
    await Promise.all([leave(trouble), leave(trouble)]);
    await leave(trouble);
    await doWebhooks();
    expect(closings()).toEqual([{ ...trouble.told, reason }]);
    expect(JSON.stringify(receiver.received)).not.toMatch(/Celina|@example/);
    const open = await openBlockersOf(trouble.student);
    expect(open.filter(({ cohortId }) => cohortId === trouble.cohort.id)).toEqual([]);
  });

  test("tells no name of whoever was removed, though they are back by the time it is sent", async () => {
    const trouble = await somebodyInTrouble();
    await removeStudent(trouble.manager, trouble.student.id, now);
    await ownerDatabase().enrolment.create({ data: { ...trouble.place, role: "student" } });
    await doWebhooks();
    expect(closings()).toEqual([{ ...trouble.told, reason: "removed" }]);
  });

  test("is told of an invitation that is taken back", async () => {
    const trouble = await somebodyInTrouble();
    await ownerDatabase().user.update({ where: { id: trouble.student.id }, data: { firstSignedInAt: null } });
    expect((await takeInvitationBack(trouble.manager, trouble.place, now)).ok).toBe(true);
    await doWebhooks();
    expect(closings()).toEqual([{ ...trouble.told, reason: "removed" }]);
  });

  test("is told of an account that is deleted, without whose it was, and outlives it", async () => {
    const trouble = await somebodyInTrouble();
    const { id } = trouble.student;
    await ownerDatabase().user.update({ where: { id }, data: { deletionDueAt: ago(1_000) } });
    await asWorker(() => Promise.all([deleteAccountsThatAreDue(later(0)), deleteAccountsThatAreDue(later(0))]));
    expect(await ownerDatabase().user.count({ where: { id } })).toBe(0);
    await doWebhooks();
    expect(closings()).toEqual([{ ...trouble.told, student: null, reason: "account_deleted" }]);
    expect(JSON.stringify(receiver.received)).not.toContain(id);
    const kept = await ownerDatabase().webhookMessage.findMany({ where: { subjectId: trouble.told.blocker_id ?? "" } });
    expect(kept).toMatchObject([{ userId: null, stepId: null, cause: null, status: null }]);
  });

  test("is not told where the leaving is rolled back, nor of whoever signed in before the day", async () => {
    const { student, cohort } = await somebodyInTrouble();
    const failed = database().$transaction(async (tx) => {
      await endBlockers(tx, { userId: student.id, cohortIds: [cohort.id] }, "removed", now);
      throw new Error("rolled back");
    });
    await expect(failed).rejects.toThrow("rolled back");
    await asWorker(() => deleteAccountsThatAreDue(now));
    await doWebhooks();
    expect(closings()).toEqual([]);
    expect(await openBlockersOf(student)).toHaveLength(1);
  });

  test("is told whoever manages that cohort and nobody else, and leaves the student's other cohorts alone", async () => {
    const { student, cohort, manager } = await somebodyInTrouble();
    const elsewhere = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: elsewhere.id, userId: student.id, role: "student" } });
    await settle(student);
    await anEndpoint(await aManager(elsewhere.id), `${receiver.url}/elsewhere`, { events: ["blocker.closed"] });
    await removeStudent(asManager(manager, [cohort.id]), student.id, now);
    await doWebhooks();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
    expect(await openBlockersOf(student)).toMatchObject([{ cohortId: elsewhere.id }]);
  });

  test("is told, and not called off, where it had closed before and had not arrived yet", async () => {
    const trouble = await somebodyInTrouble();
    await withdrawHelpRequest(trouble.student);
    receiver.answer = withStatus(503);
    await doWebhooks();
    expect(closings()).toMatchObject([{ reason: "cleared", status: "asked", student: { name: "Celina Zielona" } }]);
    await removeStudent(trouble.manager, trouble.student.id, now);
    receiver.answer = withStatus(200);
    await doWebhooks(later(6_000));
    expect(closings().slice(1)).toEqual([{ ...trouble.told, reason: "cleared" }]);
  });

  test("leaves none that a rule opens at that very moment", async () => {
    for (let time = 0; time < 5; time++) {
      const { student, cohort } = await aStudent({ invitedAt: ago(9 * DAY_MS), firstSignedInAt: ago(8 * DAY_MS) });
      const manager = await aManager(cohort.id);
      const look = () => database().$transaction((tx) => refreshBlockers(tx, student.id, now));
      await Promise.all([look(), removeStudent(manager, student.id, now), look()]);
      expect(await openBlockersOf(student)).toEqual([]);
    }
  });
});

describe("a blocker that ends while the student stays", () => {
  const reasons = () => closings().map(({ reason }) => reason);

  test("says whether it is over, another one is there, or somebody called it done", async () => {
    const { student, cohort } = await aStudent({ invitedAt: ago(9 * DAY_MS), firstSignedInAt: ago(8 * DAY_MS) });
    const instructor = await anInstructor(cohort.id);
    await anEndpoint(asManager(instructor, [cohort.id]), receiver.url, { events: ["blocker.closed"] });
    await settle(student);
    await askForHelp(student, { note: "?", stepId: null });
    await doWebhooks();
    expect(reasons()).toEqual(["changed"]);
    await resolveBlockers(instructor, await idsOf(student), new Date());
    await doWebhooks();
    expect(reasons()).toEqual(["changed", "resolved"]);
  });

  test("is told of a first sign-in", async () => {
    const { student, cohort } = await aStudent({ invitedAt: ago(9 * DAY_MS), firstSignedInAt: null });
    await settle(student);
    await anEndpoint(await aManager(cohort.id), receiver.url, { events: ["blocker.closed"] });
    await database().$transaction((tx) => closeNeverSignedIn(tx, student.id, now));
    await doWebhooks();
    expect(closings()).toMatchObject([{ reason: "cleared", status: "never_signed_in" }]);
  });
});

const idsOf = async (student: Student) => (await openBlockersOf(student)).map(({ id }) => id);

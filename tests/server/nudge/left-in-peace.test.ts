import { describe, expect, test } from "vitest";
import type { NudgeRules } from "#domain/nudge/rule";
import { moduleOf } from "#server/course/queries";
import { asStudent, cast } from "../../support/cast.ts";
import { ago, DAY_MS, settle, tested } from "../../support/help.ts";
import { dueOn, LESSON, nudging } from "../../support/nudging.ts";
import { ownerDatabase } from "../../support/roles.ts";

const { now, student, switchOn, hour, post, received, fates, due, stuck, unseen, silent } = nudging();

describe("what has changed before a reminder goes out", () => {
  const remind = async (rules: NudgeRules) => {
    await switchOn(rules);
    await hour();
    expect(await received()).toHaveLength(1);
  };

  test("a first sign-in", async () => {
    await unseen();
    await remind({ never_signed_in: 3 });
    await ownerDatabase().user.update({ where: { id: student().id }, data: { firstSignedInAt: new Date() } });
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
  });

  test("the lesson is done", async () => {
    await due();
    await remind({ due: 3 });
    const lesson = (await moduleOf("pl")).lessons.find(({ slug }) => slug === LESSON.lesson);
    for (const { id } of lesson?.steps ?? []) await cast().aTick(student().id, id);
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
  });

  test("the lesson has another day: and that one is told in its turn", async () => {
    await due();
    await remind({ due: 3 });
    await ownerDatabase().lessonDue.updateMany({ where: { cohortId: now.cohort.id }, data: { dueAt: dueOn(3) } });
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "no_longer" }]);
    await hour(new Date(Date.now() + 21 * 3_600_000));
    expect(await received()).toHaveLength(1);
  });

  test("the trouble is solved", async () => {
    await stuck();
    await remind({ blocked: 3 });
    await tested(student(), [1, "passed"]);
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "solved" }]);
  });

  test("somebody has moved on", async () => {
    await silent();
    await remind({ stalled: 3 });
    await cast().aTick(student().id, "openai-konto");
    await settle(student());
    await post();
    expect(await fates()).toEqual([{ state: "skipped", reason: "solved" }]);
  });
});

describe("whom the portal leaves in peace", () => {
  test("whoever it has written to today, whatever else there is to say; that comes a day later", async () => {
    await stuck();
    await due(dueOn(3));
    await switchOn({ due: 3, blocked: 3 });
    await hour();
    await hour();
    expect((await received()).map(({ subject }) => subject)).toEqual([expect.stringContaining("Do ")]);
    await hour(new Date(Date.now() + 21 * 3_600_000));
    expect(await received()).toHaveLength(2);
  });

  test("whom an instructor has answered, or put off until later", async () => {
    await stuck();
    await switchOn({ blocked: 3 });
    const blocker = (data: object) =>
      ownerDatabase().blocker.updateMany({ where: { userId: student().id, closedAt: null }, data });
    await blocker({ answeredAt: new Date() });
    await hour();
    const later = new Date(Date.now() + DAY_MS);
    await blocker({ answeredAt: null, snoozedUntil: later, snoozedBy: student().id, snoozedAt: new Date() });
    await hour();
    expect(await received()).toEqual([]);
  });

  test("whose day is still far, or over, and who waits for no day at all", async () => {
    await due(dueOn(9));
    await switchOn({ due: 3 });
    await hour();
    await ownerDatabase().lessonDue.updateMany({ where: { cohortId: now.cohort.id }, data: { dueAt: ago(DAY_MS) } });
    await hour();
    expect(await received()).toEqual([]);
  });

  test("people of a cohort that is put away, or whose course is over", async () => {
    await unseen();
    await switchOn({ never_signed_in: 3 });
    await ownerDatabase().cohort.update({ where: { id: now.cohort.id }, data: { endsAt: ago(DAY_MS) } });
    await hour();
    await ownerDatabase().cohort.update({
      where: { id: now.cohort.id },
      data: { endsAt: null, archivedAt: new Date() },
    });
    await hour();
    expect(await received()).toEqual([]);
  });

  test("somebody in two cohorts hears of the same trouble from one of them", async () => {
    await stuck();
    const second = await cast().aCohort();
    await ownerDatabase().enrolment.create({ data: { cohortId: second.id, userId: student().id, role: "student" } });
    await settle(asStudent(student(), now.cohort.slug, second.slug));
    await ownerDatabase().blocker.updateMany({ where: { userId: student().id }, data: { openedAt: ago(4 * DAY_MS) } });
    await switchOn({ blocked: 3 });
    await switchOn({ blocked: 3 }, second.id);
    await hour();
    await hour(new Date(Date.now() + 2 * DAY_MS));
    expect(await received()).toHaveLength(1);
  });
});

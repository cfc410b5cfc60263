import { beforeEach } from "vitest";
import { dayEnds } from "#domain/cohort/local-time";
import { COURSE_ZONE } from "#domain/cohort/zone";
import { dayAfter } from "#domain/credential/expiry";
import type { NudgeRules } from "#domain/nudge/rule";
import { everyHour } from "#server/digest/hourly";
import { postMessage } from "#server/message/post";
import { messagesTo } from "#server/message/queries";
import { setNudges } from "#server/nudge/commands";
import type { Student } from "#server/viewer";
import { aManager, aStudent } from "./cast.ts";
import { ago, DAY_MS, settle, tested } from "./help.ts";
import { takeJobs } from "./jobs.ts";
import { aMailbox } from "./mailbox.ts";
import { asWorker, ownerDatabase } from "./roles.ts";

const at = (hour: number) => new Date(`${new Date().toISOString().slice(0, 10)}T${hour}:00:00Z`);
export const noon = at(11);
export const night = at(22);
export const LESSON = { module: "modul-1", lesson: "klucz-api" };
export const dueOn = (days: number) => dayEnds(dayAfter(new Date(), days), COURSE_ZONE) ?? new Date();

/** One student in a cohort of their own before each test, and what the portal and its worker do for them. */
export function nudging() {
  const mailbox = aMailbox();
  const now: { student?: Student; email: string; cohort: { id: string; slug: string } } = {
    email: "",
    cohort: { id: "", slug: "" },
  };
  const student = (): Student => {
    if (!now.student) throw new Error("Nobody is there before a test has begun.");
    return now.student;
  };
  const somebody = async (wish: Parameters<typeof aStudent>[0] = {}) => {
    Object.assign(now, await aStudent(wish));
  };
  beforeEach(async () => {
    await takeJobs("message");
    await ownerDatabase().nudgeRule.deleteMany();
    await somebody();
  });
  const switchOn = async (rules: NudgeRules, id = now.cohort.id) => setNudges(await aManager(id), id, rules);
  const hour = (at = new Date()) => asWorker(() => everyHour(at));
  const post = async (at = noon) => {
    for (const job of await takeJobs("message")) await asWorker(() => postMessage(job, at));
  };
  const received = () => messagesTo(student());
  const letters = () => mailbox.letters.filter((letter) => letter.includes(`To: ${now.email}`));
  const fates = () =>
    ownerDatabase().messageRecipient.findMany({
      where: { userId: student().id },
      select: { state: true, reason: true },
    });
  const due = (dueAt = dueOn(2)) =>
    ownerDatabase().lessonDue.create({ data: { cohortId: now.cohort.id, ...LESSON, dueAt } });
  const stuck = async (days = 4) => {
    const minutes = days * 24 * 60;
    await tested(
      student(),
      [minutes + 30, "quota_insufficient"],
      [minutes + 20, "quota_insufficient"],
      [minutes + 10, "quota_insufficient"],
    );
    await ownerDatabase().blocker.updateMany({
      where: { userId: student().id },
      data: { openedAt: ago(days * DAY_MS) },
    });
  };
  const unseen = () => somebody({ invitedAt: ago(4 * DAY_MS), firstSignedInAt: null });
  const silent = async () => {
    await somebody({ invitedAt: ago(9 * DAY_MS), firstSignedInAt: ago(8 * DAY_MS) });
    await settle(student());
  };
  return { now, student, switchOn, hour, post, received, letters, fates, due, stuck, unseen, silent };
}

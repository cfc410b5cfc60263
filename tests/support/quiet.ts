import { stepProvedBy } from "#domain/course/course";
import { moduleOf } from "#server/course/queries";
import { chooseQuietRetests } from "#server/quiet/commands";
import { startQuietTests } from "#server/quiet/look";
import { lookAgain } from "#server/quiet/second-look";
import type { Student } from "#server/viewer";
import { aStudent, cast } from "./cast.ts";
import { ago, DAY_MS, finish } from "./help.ts";
import { doTests, takeJobs } from "./jobs.ts";
import { asWorker, ownerDatabase } from "./roles.ts";

export const look = (now = new Date()) => asWorker(() => startQuietTests(now));
export const quietTests = ({ id: userId }: Student) =>
  ownerDatabase().accessTest.findMany({ where: { userId, trigger: "quiet" } });

/** Somebody who has finished, whose key has passed once, so many days ago, and who has agreed to quiet looks. */
export async function aProvenStudent(daysAgo = 8) {
  const made = await aStudent({ invitedAt: ago((daysAgo + 1) * DAY_MS) });
  const { student } = made;
  const at = ago(daysAgo * DAY_MS);
  const key = await cast().aSealedKey(student.id);
  await cast().aTest(student.id, key, { at, outcome: ["passed", "passed", "passed"] });
  const step = stepProvedBy(await moduleOf("pl"), "openai.key");
  await finish(student, at);
  await ownerDatabase().stepProgress.updateMany({
    where: { userId: student.id, stepId: step?.id ?? "" },
    data: { tickedAt: null, provenAt: at },
  });
  await chooseQuietRetests(student, true);
  return made;
}

/** A quiet look, with everything that it leads to at once. */
export async function quietly(student: Student): Promise<void> {
  await ownerDatabase().user.update({ where: { id: student.id }, data: { quietTestedAt: null } });
  await ownerDatabase().accessTest.updateMany({
    where: { userId: student.id },
    data: { requestedAt: ago(8 * DAY_MS) },
  });
  await look();
  await doTests();
}

/** As if all that is known of the quiet looks had been met so many minutes earlier. */
const age = ({ id }: Student, minutes: number) =>
  ownerDatabase().$executeRaw`
    UPDATE check_result r SET finished_at = r.finished_at - make_interval(mins => ${minutes})
    FROM access_test t WHERE t.id = r.test_id AND t.user_id = ${id}::uuid AND t.trigger = 'quiet'`;

/** The second look, at its time. */
export async function secondLook(student: Student): Promise<void> {
  await age(student, 11);
  for (const job of await takeJobs("second-look")) await asWorker(() => lookAgain(job));
  await doTests();
}

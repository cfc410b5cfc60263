import { beforeEach, describe, expect, test } from "vitest";
import { runningTestOf, testsOf } from "#server/access-test/queries";
import { forgetKey } from "#server/credential/commands";
import { chooseQuietRetests } from "#server/quiet/commands";
import { startQuietTests } from "#server/quiet/look";
import { quietChoiceOf } from "#server/quiet/queries";
import { ago, DAY_MS, MINUTE_MS } from "../../support/help.ts";
import { aHostileProvider } from "../../support/hostile-provider.ts";
import { doTests, jobsOf, openIncident, takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { anOutageFor, takingTurns } from "../../support/outage.ts";
import { aProvenStudent, look, quietTests } from "../../support/quiet.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const provider = aHostileProvider();
aMailbox();
const turn = takingTurns(provider);

beforeEach(async () => {
  await ownerDatabase().incident.deleteMany();
  await ownerDatabase().user.updateMany({ data: { quietRetests: false } });
  for (const queue of ["access-test", "second-look", "letter", "outage-look"] as const) await takeJobs(queue);
  provider.seen.splice(0);
  turn.up();
});

describe("quiet looks", () => {
  test("are off until somebody turns them on, and can be turned off again", async () => {
    const { student } = await aProvenStudent();
    await chooseQuietRetests(student, false);
    expect(await quietChoiceOf(student)).toEqual({ isOn: false, lastAt: null });
    await look();
    expect(await quietTests(student)).toEqual([]);
    await chooseQuietRetests(student, true);
    await chooseQuietRetests(student, true);
    await look();
    expect(await quietTests(student)).toHaveLength(1);
  });

  test("ask for nothing that costs, and show nothing where all is well", async () => {
    const { student } = await aProvenStudent();
    await look();
    expect(await runningTestOf(student)).toBeNull();
    await doTests();
    expect(provider.seen.map(({ url }) => url)).toEqual(["/v1/models"]);
    expect((await testsOf(student, 5)).length).toBe(1);
    expect(await jobsOf("letter")).toEqual([]);
    expect(await jobsOf("second-look")).toEqual([]);
    expect((await quietChoiceOf(student)).lastAt).not.toBeNull();
  });

  test("come a week after the last test of any kind, and not sooner", async () => {
    const { student: early } = await aProvenStudent(6);
    const { student: due } = await aProvenStudent(7.1);
    await look();
    expect(await quietTests(early)).toEqual([]);
    expect(await quietTests(due)).toHaveLength(1);
  });

  test("come in the day before a live session, once", async () => {
    const { student, cohort } = await aProvenStudent(2);
    const meeting = (hours: number) =>
      ownerDatabase().cohort.update({
        where: { id: cohort.id },
        data: { nextMeeting: new Date(Date.now() + hours * 60 * MINUTE_MS) },
      });
    await meeting(25);
    await look();
    expect(await quietTests(student)).toEqual([]);
    await meeting(23);
    await look();
    await doTests();
    await look();
    expect(await quietTests(student)).toHaveLength(1);
  });

  test("come to nobody whose step was never proven, who has no key, who is away or whose provider is out of order", async () => {
    const { student: unproven } = await aProvenStudent();
    await ownerDatabase().stepProgress.deleteMany({ where: { userId: unproven.id } });
    const { student: keyless } = await aProvenStudent();
    await forgetKey(keyless);
    const { student: gone } = await aProvenStudent();
    await ownerDatabase().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    await look();
    for (const student of [unproven, keyless, gone]) expect(await quietTests(student)).toEqual([]);
    const { student: unlucky } = await aProvenStudent();
    await ownerDatabase().accessTest.updateMany({
      where: { userId: { not: unlucky.id } },
      data: { requestedAt: ago(99 * DAY_MS) },
    });
    await ownerDatabase().checkResult.updateMany({ data: { finishedAt: ago(9 * DAY_MS) } });
    await anOutageFor(provider, 3);
    expect(await openIncident()).not.toBeNull();
    await look();
    expect(await quietTests(unlucky)).toEqual([]);
  });

  test("are started once where two sweeps meet, and never beside a test that is running", async () => {
    const { student } = await aProvenStudent();
    await asWorker(() => Promise.all([startQuietTests(new Date()), startQuietTests(new Date())]));
    await look();
    expect(await quietTests(student)).toHaveLength(1);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { testAccessLater } from "#server/access-test/commands";
import { lookForOutage } from "#server/outage/look";
import { sweep } from "#server/worker/sweep";
import { aStudent } from "../../support/cast.ts";
import { MINUTE_MS } from "../../support/help.ts";
import { aHostileProvider } from "../../support/hostile-provider.ts";
import { doTests, jobsOf, openIncident, settleOutages, takeJobs } from "../../support/jobs.ts";
import { aKey, endTests, paste } from "../../support/keys.ts";
import { anOutageFor, forgetOutages, scout, studentsWithTests, takingTurns } from "../../support/outage.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import { verdictsOf } from "../../support/runs.ts";

const provider = aHostileProvider();
const turn = takingTurns(provider);

beforeEach(forgetOutages);

const minutes = (count: number) => new Date(Date.now() + count * MINUTE_MS);

describe("when the provider is back", () => {
  test("the first answer ends it, held tests run, and everybody who got none is tested again", async () => {
    const unlucky = await anOutageFor(provider, 3);
    const held = await studentsWithTests(2);
    await doTests();
    turn.up();
    await scout(minutes(2));
    expect(await openIncident()).toBeNull();
    await settleOutages();
    await doTests();
    for (const student of [...unlucky, ...held])
      expect((await verdictsOf(student)).slice(1, 3)).toEqual(["passed", "passed"]);
    expect(await ownerDatabase().accessTest.count({ where: { finishedAt: null } })).toBe(0);
    const again = await ownerDatabase().accessTest.findMany({ where: { trigger: "outage" } });
    expect(again.map(({ userId }) => userId).sort()).toEqual(unlucky.map(({ id }) => id).sort());
    expect(again.every(({ imageConsent }) => !imageConsent)).toBe(true);
  });

  test("a refusal about the key is an answer too", async () => {
    await anOutageFor(provider, 3);
    turn.unfriendly();
    await scout(minutes(2));
    expect(await openIncident()).toBeNull();
  });

  test("a picture is made again only for who had agreed to one", async () => {
    turn.down();
    const students = await studentsWithTests(3);
    for (const student of students) await endTests(student);
    await takeJobs("access-test");
    for (const student of students.slice(0, 1)) await testAccessLater(student, { imageConsent: true });
    for (const student of students.slice(1)) await testAccessLater(student, { imageConsent: false });
    await doTests();
    await settleOutages();
    turn.up();
    await scout(minutes(2));
    await settleOutages();
    const again = await ownerDatabase().accessTest.findMany({ where: { trigger: "outage", imageConsent: true } });
    expect(again.map(({ userId }) => userId)).toEqual([students[0]?.id]);
  });

  test("many are tested again in rounds, not all at once", async () => {
    await anOutageFor(provider, 3);
    await studentsWithTests(25);
    await doTests();
    turn.up();
    await scout(minutes(2));
    const endedAt = Date.now();
    await settleOutages();
    expect(await jobsOf("access-test")).toHaveLength(20 + 3);
    const [next] = await jobsOf("after-outage");
    expect((next?.startAfter.getTime() ?? 0) - endedAt).toBeGreaterThan(4_000);
    await doTests();
    await settleOutages();
    await doTests();
    expect(await ownerDatabase().accessTest.count({ where: { finishedAt: null } })).toBe(0);
  });

  test("what was met before its end opens no new one", async () => {
    await anOutageFor(provider, 5);
    turn.up();
    await scout(minutes(2));
    await takeJobs("after-outage");
    await asWorker(() => lookForOutage({ provider: "openai" }));
    expect(await openIncident()).toBeNull();
  });

  test("a worker that was lost with the news loses nothing: the sweep lets held tests go", async () => {
    await anOutageFor(provider, 3);
    const [student] = await studentsWithTests(1);
    if (!student) throw new Error("There is no student.");
    await doTests();
    turn.up();
    await ownerDatabase().incident.updateMany({ data: { endedAt: new Date() } });
    await asWorker(() => sweep(new Date()));
    await settleOutages();
    await doTests();
    expect((await verdictsOf(student)).slice(1, 3)).toEqual(["passed", "passed"]);
  });

  test("a scout whose job was lost is sent by the sweep", async () => {
    await anOutageFor(provider, 3);
    await takeJobs("scout");
    turn.up();
    await asWorker(() => sweep(minutes(3)));
    await doTests();
    expect(await openIncident()).toBeNull();
  });

  test("with nobody left to ask for, it ends by itself", async () => {
    await anOutageFor(provider, 3);
    await ownerDatabase().apiCredential.updateMany({ data: { deletedAt: new Date() } });
    await scout(minutes(2));
    expect(await openIncident()).toBeNull();
    const { student } = await aStudent();
    await paste(student, aKey());
    turn.up();
    await doTests();
    expect((await verdictsOf(student)).slice(0, 3)).toEqual(["passed", "passed", "passed"]);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { cancelTest, testAccessLater } from "#server/access-test/commands";
import { testsOf } from "#server/access-test/queries";
import { lookForOutage } from "#server/outage/look";
import { incidentsFor } from "#server/outage/queries";
import { sendScout } from "#server/outage/scout";
import type { Student, Viewer } from "#server/viewer";
import { sweep } from "#server/worker/sweep";
import { anInstructor, aStudent } from "../../support/cast.ts";
import { ago, blockersOf, MINUTE_MS } from "../../support/help.ts";
import { aHostileProvider } from "../../support/hostile-provider.ts";
import { doTests, jobsOf, openIncident, settleOutages, takeJobs } from "../../support/jobs.ts";
import { aKey, paste } from "../../support/keys.ts";
import { anOutageFor, forgetOutages, scout, studentsWithTests, takingTurns } from "../../support/outage.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const provider = aHostileProvider();
const turn = takingTurns(provider);

beforeEach(forgetOutages);

const latest = async (student: Student) => (await testsOf(student, 1))[0];
const minutes = (count: number) => new Date(Date.now() + count * MINUTE_MS);
const incidents = () => ownerDatabase().incident.findMany();

describe("an outage", () => {
  test("of many is one incident, that is known when the third of three has met it", async () => {
    await anOutageFor(provider, 2);
    expect(await openIncident()).toBeNull();
    await anOutageFor(provider, 1);
    expect(await openIncident()).toMatchObject({ kind: "provider", cause: "server_error", students: 3 });
  });

  test("of one student alone is none, however often they try", async () => {
    turn.down();
    const { student } = await aStudent();
    await paste(student, aKey());
    for (let tries = 0; tries < 6; tries++) {
      await doTests();
      await testAccessLater(student, { imageConsent: false });
    }
    await settleOutages();
    expect(await openIncident()).toBeNull();
  });

  test("of four beside as many who get through is none, and of five it is one", async () => {
    turn.up();
    await studentsWithTests(5);
    await doTests();
    await anOutageFor(provider, 4);
    expect(await openIncident()).toBeNull();
    await anOutageFor(provider, 1);
    expect(await openIncident()).toMatchObject({ students: 5 });
  });

  test("that twenty workers see at once is opened once, with one scout", async () => {
    await anOutageFor(provider, 5);
    await ownerDatabase().incident.deleteMany();
    await takeJobs("scout");
    await asWorker(() => Promise.all(Array.from({ length: 20 }, () => lookForOutage({ provider: "openai" }))));
    expect(await incidents()).toHaveLength(1);
    expect(await jobsOf("scout")).toHaveLength(1);
  });

  test("marks nobody: no blocker, no letter", async () => {
    const students = await anOutageFor(provider, 5);
    await asWorker(() => sweep(new Date()));
    for (const student of students) expect(await blockersOf(student)).toEqual([]);
    expect(await jobsOf("letter")).toEqual([]);
  });

  test("is shown to every student of the provider and to every instructor", async () => {
    await anOutageFor(provider, 3);
    const { student } = await aStudent();
    const instructor = await anInstructor();
    const seenBy = (viewer: Pick<Viewer, "student" | "instructor">) =>
      incidentsFor({ person: viewer.student ?? instructor, cohorts: [], signedInAt: null, ...viewer });
    expect(await seenBy({ student, instructor: null })).toMatchObject([{ provider: "openai", kind: "provider" }]);
    expect(await seenBy({ student: null, instructor })).toHaveLength(1);
    await ownerDatabase().apiCredential.create({ data: { userId: student.id, provider: "google", kind: "standard" } });
    expect(await seenBy({ student, instructor: null })).toEqual([]);
  });
});

describe("while it lasts", () => {
  test("tests are held back, asked for twice or not, and nobody is called", async () => {
    await anOutageFor(provider, 3);
    const calls = provider.seen.length;
    const [student] = await studentsWithTests(1);
    if (!student) throw new Error("There is no student.");
    await doTests();
    expect(await latest(student)).toMatchObject({ finishedAt: null });
    expect((await latest(student))?.heldAt).not.toBeNull();
    expect(await testAccessLater(student, { imageConsent: false })).toMatchObject({ refusal: "already_running" });
    expect(provider.seen).toHaveLength(calls);
  });

  test("a held test is not given up, and its student may call it off", async () => {
    await anOutageFor(provider, 3);
    const [student] = await studentsWithTests(1);
    if (!student) throw new Error("There is no student.");
    await doTests();
    await ownerDatabase().accessTest.updateMany({
      where: { userId: student.id },
      data: { requestedAt: ago(60 * MINUTE_MS) },
    });
    await asWorker(() => sweep(new Date()));
    expect(await latest(student)).toMatchObject({ finishedAt: null });
    await cancelTest(student);
    expect(await latest(student)).toMatchObject({ ending: "cancelled" });
    turn.up();
    await scout(minutes(2));
    await settleOutages();
    await doTests();
    expect(await latest(student)).toMatchObject({ ending: "cancelled" });
  });

  test("scouts go one at a time, with growing pauses", async () => {
    await anOutageFor(provider, 3);
    await studentsWithTests(2);
    await doTests();
    const calls = provider.seen.length;
    const now = new Date();
    const pauses: number[] = [];
    for (let at = new Date(now); pauses.length < 6; ) {
      const [job] = await jobsOf("scout");
      pauses.push(Math.round(((job?.startAfter.getTime() ?? 0) - at.getTime()) / MINUTE_MS));
      at = job?.startAfter ?? at;
      await scout(at);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
    expect(provider.seen.length - calls).toBe(6);
    expect(await openIncident()).toMatchObject({ scouts: 6 });
  });

  test("with nobody held, somebody who got no answer goes ahead, and it is not always the same", async () => {
    const students = await anOutageFor(provider, 3);
    for (const count of [2, 5, 10]) await scout(minutes(count));
    const tests = await ownerDatabase().accessTest.findMany({ where: { trigger: "outage" } });
    expect(new Set(tests.map(({ userId }) => userId)).size).toBe(students.length);
  });

  test("a scout that is sent by two workers at once goes once", async () => {
    await anOutageFor(provider, 3);
    const [job] = await takeJobs("scout");
    if (!job) throw new Error("There is no scout.");
    await asWorker(() => Promise.all([sendScout(job, minutes(2)), sendScout(job, minutes(2))]));
    expect(await takeJobs("access-test")).toHaveLength(1);
    expect(await openIncident()).toMatchObject({ scouts: 1 });
  });
});

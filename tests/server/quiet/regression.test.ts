import { beforeEach, describe, expect, test } from "vitest";
import { moduleOf } from "#server/course/queries";
import { chooseQuietRetests } from "#server/quiet/commands";
import { regressionsOf, workedOnOf } from "#server/quiet/queries";
import { anInstructor } from "../../support/cast.ts";
import { blockersOf, DAY_MS, MINUTE_MS, needing, openBlockersOf } from "../../support/help.ts";
import { aHostileProvider } from "../../support/hostile-provider.ts";
import { jobsOf, sendLetters, takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { takingTurns } from "../../support/outage.ts";
import { aProvenStudent, quietly, quietTests, secondLook } from "../../support/quiet.ts";
import { ownerDatabase } from "../../support/roles.ts";

const provider = aHostileProvider();
const mailbox = aMailbox();
const turn = takingTurns(provider);
const noon = new Date("2026-11-21T11:00:00Z");

beforeEach(async () => {
  await ownerDatabase().incident.deleteMany();
  await ownerDatabase().user.updateMany({ data: { quietRetests: false } });
  for (const queue of ["access-test", "second-look", "letter", "outage-look"] as const) await takeJobs(queue);
  provider.seen.splice(0);
  turn.up();
});

describe("a step that has stopped working", () => {
  test("is told after two failures ten minutes apart, to the student and at the desk, with the day on which it worked", async () => {
    const { student, cohort, email } = await aProvenStudent();
    turn.unfriendly();
    await quietly(student);
    expect(await openBlockersOf(student)).toEqual([]);
    expect(await regressionsOf(student)).toEqual([]);
    const [second] = await jobsOf("second-look");
    expect((second?.startAfter.getTime() ?? 0) - Date.now()).toBeGreaterThan(9.9 * MINUTE_MS);

    await secondLook(student);
    expect(await openBlockersOf(student)).toMatchObject([{ status: "regressed", cause: "key_invalid" }]);
    expect(await regressionsOf(student)).toMatchObject([{ check: "openai.key", cause: "key_invalid" }]);
    const rows = await needing(await anInstructor(cohort.id));
    const workedOn = (await workedOnOf(rows, await moduleOf("pl"))).get(student.id);
    expect(Math.round((Date.now() - (workedOn?.getTime() ?? 0)) / DAY_MS)).toBe(8);

    await sendLetters(noon);
    await quietly(student);
    await sendLetters(noon);
    const letters = mailbox.letters.filter((letter) => letter.includes(`To: ${email}`));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatch(/Subject: Krok \d+: .+ \(działało \d+\.\d\d\)/);
    expect(letters[0]).toContain("http://127.0.0.1:3000/test");
  });

  test("that works at the second look is no news, and one that works later closes by itself", async () => {
    const { student } = await aProvenStudent();
    turn.unfriendly();
    await quietly(student);
    turn.up();
    await secondLook(student);
    expect(await blockersOf(student)).toEqual([]);
    turn.unfriendly();
    await quietly(student);
    await secondLook(student);
    expect(await openBlockersOf(student)).toHaveLength(1);
    turn.up();
    await quietly(student);
    expect(await openBlockersOf(student)).toEqual([]);
    expect(await regressionsOf(student)).toEqual([]);
    await sendLetters(noon);
    expect(mailbox.letterTo(student.email)).toBeUndefined();
  });

  test("is not judged by a look that got no answer, which is repeated", async () => {
    const { student } = await aProvenStudent();
    turn.unfriendly();
    await quietly(student);
    turn.down();
    await secondLook(student);
    expect(await regressionsOf(student)).toEqual([]);
    expect(await jobsOf("second-look")).toHaveLength(1);
    turn.unfriendly();
    await secondLook(student);
    expect(await regressionsOf(student)).toHaveLength(1);
  });

  test("is not looked at again where the key was replaced or the student does not want it any more", async () => {
    const { student } = await aProvenStudent();
    turn.unfriendly();
    await quietly(student);
    await chooseQuietRetests(student, false);
    await secondLook(student);
    expect(await quietTests(student)).toHaveLength(1);
  });
});

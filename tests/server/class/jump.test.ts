import { beforeEach, describe, expect, test } from "vitest";
import type { CauseId } from "#domain/cause/cause";
import { stepJumps } from "#server/class/jump/queries";
import { anInstructor, cast } from "../../support/cast.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { theClassOf } from "./a-class.ts";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-11-25T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);
const [LATELY, LAST_WEEK, LONG_AGO] = [3, 7 * 24, 20 * 24];

type Test = readonly [hours: number, outcome: CauseId | "passed"];

/** People of one cohort, each with the tests of a key. */
async function tried(cohortId: string, people: number, ...tests: readonly Test[]): Promise<void> {
  for (let person = 0; person < people; person++) {
    const { id } = await cast().aStudent({ cohortId });
    const key = await cast().aSealedKey(id);
    for (const [hours, outcome] of tests)
      await cast().aTest(id, key, { at: hoursAgo(hours), outcome: ["passed", outcome] });
  }
}

const anIncident = (data: {
  startedAt: Date;
  endedAt: Date | null;
  kind?: "provider" | "own_network";
  provider?: string;
}) =>
  ownerDatabase().incident.create({
    data: {
      provider: "openai",
      kind: "provider",
      cause: "server_error",
      students: 5,
      ...data,
      lastFailureAt: NOW,
      nextScoutAt: NOW,
    },
  });

async function jumpsOf(cohortId: string) {
  const jumps = await stepJumps(await theClassOf(await anInstructor(cohortId)), NOW);
  return jumps.map(({ step, lesson, recent, before }) => [step.id, lesson.slug, recent, before]);
}

const JUMP = ["openai-klucz", "klucz-api", { count: 6, of: 6 }, { count: 0, of: 25 }];

describe("a step at which many fail who would not have failed before", () => {
  beforeEach(async () => {
    await ownerDatabase().incident.deleteMany();
  });

  test("is told, with its lesson and both shares; one at which people get through is not", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LAST_WEEK, "passed"]);
    await tried(id, 6, [LATELY, "key_invalid"]);
    expect(await jumpsOf(id)).toEqual([JUMP]);
  });

  test("is not told to instructors of others", async () => {
    const [own, other] = [await cast().aCohort(), await cast().aCohort()];
    await tried(own.id, 25, [LAST_WEEK, "passed"]);
    await tried(own.id, 6, [LATELY, "key_invalid"]);
    await tried(other.id, 25, [LAST_WEEK, "passed"]);
    await tried(other.id, 6, [LATELY, "passed"]);
    expect(await jumpsOf(other.id)).toEqual([]);
  });

  test("is not told for three people, however they fail", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LAST_WEEK, "passed"]);
    await tried(id, 3, [LATELY, "key_invalid"]);
    expect(await jumpsOf(id)).toEqual([]);
  });

  test("is not told where those fail who had failed there before", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LAST_WEEK, "passed"]);
    await tried(id, 6, [LAST_WEEK, "key_invalid"], [LATELY, "key_invalid"]);
    expect(await jumpsOf(id)).toEqual([]);
  });

  test("is not told where nothing is known of the two weeks before", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LONG_AGO, "passed"]);
    await tried(id, 6, [LATELY, "key_invalid"]);
    expect(await jumpsOf(id)).toEqual([]);
  });

  test("counts no answer that did not come, and none of the portal's own repetitions", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LAST_WEEK, "passed"]);
    await tried(id, 6, [LATELY, "server_error"]);
    await tried(id, 6, [LATELY, "key_invalid"]);
    await ownerDatabase().accessTest.updateMany({
      where: { user: { enrolments: { some: { cohortId: id } } }, requestedAt: hoursAgo(LATELY) },
      data: { trigger: "quiet" },
    });
    expect(await jumpsOf(id)).toEqual([]);
  });

  test("is not told of what was seen in an outage, of the provider or of our own way to it", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LAST_WEEK, "passed"]);
    await tried(id, 6, [LATELY, "key_invalid"]);
    await anIncident({ startedAt: hoursAgo(LATELY + 1), endedAt: null });
    expect(await jumpsOf(id)).toEqual([]);
    await ownerDatabase().incident.deleteMany();
    const around = { startedAt: hoursAgo(LATELY + 1), endedAt: hoursAgo(LATELY - 1) };
    await anIncident({ ...around, provider: "google", kind: "own_network" });
    expect(await jumpsOf(id)).toEqual([]);
  });

  test("is told although another provider was down, or this one before and after", async () => {
    const { id } = await cast().aCohort();
    await tried(id, 25, [LAST_WEEK, "passed"]);
    await tried(id, 6, [LATELY, "key_invalid"]);
    await anIncident({ startedAt: hoursAgo(LATELY + 1), endedAt: null, provider: "google" });
    await anIncident({ startedAt: hoursAgo(LATELY + 2), endedAt: hoursAgo(LATELY + 1) });
    expect(await jumpsOf(id)).toEqual([JUMP]);
  });
});

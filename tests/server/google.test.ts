import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testAccessLater } from "#server/access-test/commands";
import { testsOf } from "#server/access-test/queries";
import { storeKey } from "#server/credential/commands";
import { storedKeyOf } from "#server/credential/queries";
import type { Student } from "#server/viewer";
import { type GoogleSituationId, googleKeyOf } from "../../scripts/simulator/google.ts";
import { keyOf } from "../../scripts/simulator/keys.ts";
import { type Simulator, startSimulator } from "../../scripts/simulator/server.ts";
import { aStudent } from "../support/cast.ts";
import { anIp, liveTestOf, paste } from "../support/keys.ts";
import { ownerDatabase } from "../support/roles.ts";
import { run } from "../support/runs.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
  process.env.OPENAI_BASE_URL = simulator.url;
  process.env.GOOGLE_BASE_URL = new URL(simulator.url).origin;
});
afterAll(() => simulator.close());

async function pasteGoogle(student: Student, situation: GoogleSituationId): Promise<string> {
  const key = googleKeyOf(situation, student.id);
  await storeKey(student, { key, kind: "google_standard", provider: "google" }, anIp());
  return liveTestOf(student);
}

async function verdicts(student: Student): Promise<string[]> {
  const [latest] = await testsOf(student, 1, "google");
  return (latest?.checks ?? []).map(({ state, cause }) => (cause ? `${state} ${cause}` : state));
}

describe("a Gemini key", () => {
  test.each([
    ["good", ["passed", "passed", "passed"]],
    ["invalid", ["passed", "failed google_key_invalid", "skipped"]],
    ["expired", ["passed", "failed google_key_invalid", "skipped"]],
    ["disabled", ["passed", "failed google_key_restricted", "skipped"]],
    ["region", ["passed", "passed", "failed google_region_unsupported"]],
    ["quota", ["passed", "passed", "failed google_quota_exhausted"]],
    ["overloaded", ["passed", "passed", "inconclusive overloaded"]],
  ] as const)("that is %s is judged by its own provider's words", async (situation, expected) => {
    const { student } = await aStudent();
    await run(await pasteGoogle(student, situation));
    expect(await verdicts(student)).toEqual(expected);
  });

  test("stands beside the OpenAI key, and each is tested by its own checks", async () => {
    const { student } = await aStudent();
    await paste(student, keyOf("good", student.id));
    await run(await liveTestOf(student));
    await run(await pasteGoogle(student, "good"));
    expect(await storedKeyOf(student, "openai")).not.toBeNull();
    expect(await storedKeyOf(student, "google")).toMatchObject({ kind: "google_standard" });
    expect((await testsOf(student, 1, "openai"))[0]?.checks.map(({ check }) => check)).toHaveLength(4);
    expect(await verdicts(student)).toEqual(["passed", "passed", "passed"]);
  });

  test("goes in a header and never in an address, and only one test runs at a time whosever key it is", async () => {
    const { student } = await aStudent();
    await paste(student, keyOf("good", student.id));
    await run(await liveTestOf(student));
    const id = await pasteGoogle(student, "good");
    expect(await testAccessLater(student, { imageConsent: false })).toEqual({ ok: false, refusal: "already_running" });
    await run(id);
    const paths = simulator.requests.map(({ path, body }) => `${path} ${body}`).join("\n");
    expect(paths).not.toContain(student.id);
    expect(await ownerDatabase().accessTest.count({ where: { userId: student.id, finishedAt: null } })).toBe(0);
  });
});

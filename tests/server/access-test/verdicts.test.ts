import { describe, expect, test } from "vitest";
import { stepProvedBy } from "#domain/course/course";
import { testAccessLater } from "#server/access-test/commands";
import { latestTestOf, pictureOf } from "#server/access-test/queries";
import { moduleOf } from "#server/course/queries";
import { replyOfError } from "#server/provider/openai/reply";
import type { Student } from "#server/viewer";
import type { SituationId } from "../../../scripts/simulator/situations.ts";
import { aStudent } from "../../support/cast.ts";
import { dump } from "../../support/dump.ts";
import { endTests, liveTestOf, pasteFor } from "../../support/keys.ts";
import { aProvider } from "../../support/provider.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { run, testRow, verdictsOf } from "../../support/runs.ts";

const provider = aProvider();
const pathsOf = (situation: SituationId) =>
  provider.simulator.requests.filter((request) => request.situation === situation).map(({ path }) => path);

/** A test of everything, the picture too. */
async function fullTest(student: Student, situation: SituationId): Promise<string> {
  await pasteFor(student, situation);
  await endTests(student);
  return again(student);
}

async function again(student: Student): Promise<string> {
  expect(await testAccessLater(student, { imageConsent: true })).toMatchObject({ ok: true });
  const id = await liveTestOf(student);
  await run(id);
  return id;
}

describe("a test of everything", () => {
  test.each([
    ["good", ["passed", "passed", "passed", "passed"]],
    ["no_credits", ["passed", "passed", "failed quota_insufficient", "skipped"]],
    ["no_credits_2026", ["passed", "passed", "failed quota_insufficient", "skipped"]],
    ["unverified", ["passed", "passed", "passed", "failed org_unverified"]],
    ["wrong", ["passed", "failed key_invalid", "skipped", "skipped"]],
    // A scope can be missing from a genuine key alone, so the key has passed.
    ["restricted", ["passed", "passed", "failed key_restricted_scope", "skipped"]],
    ["wrong_organization", ["passed", "failed org_mismatch", "skipped", "skipped"]],
    ["region", ["passed", "failed region_unsupported", "skipped", "skipped"]],
    ["deactivated", ["passed", "failed account_deactivated", "skipped", "skipped"]],
    ["billing_hard_limit", ["passed", "passed", "failed billing_hard_limit", "skipped"]],
    ["rate_limited", ["passed", "passed", "inconclusive rate_limited", "skipped"]],
    ["server_500", ["passed", "inconclusive server_error", "skipped", "skipped"]],
    ["overloaded_503", ["passed", "inconclusive overloaded", "skipped", "skipped"]],
    ["html", ["passed", "inconclusive gateway_error", "skipped", "skipped"]],
  ] as const)("of a key that is %s", async (situation, verdicts) => {
    const { student } = await aStudent();
    const id = await fullTest(student, situation);
    expect(await verdictsOf(student)).toEqual(verdicts);
    expect(await testRow(id)).toMatchObject({ ending: "completed", attempt: 1, finishedAt: expect.any(Date) });
  });

  test("keeps the kind of key, the status, the code, the request and the cost, and none of the provider's words", async () => {
    const { student } = await aStudent();
    const { results } = await testRow(await fullTest(student, "no_credits"));
    expect(results[0]).toMatchObject({ check: "openai.format", keyKind: "project", httpStatus: null });
    expect(results[1]).toMatchObject({
      check: "openai.key",
      httpStatus: 200,
      requestId: expect.stringMatching(/^req_/),
      costMicroUsd: 0,
    });
    expect(results[2]).toMatchObject({ httpStatus: 429, providerCode: "insufficient_quota", costMicroUsd: 0 });
    const text = await dump();
    for (const words of [
      "check your plan",
      "current quota",
      "Incorrect API key",
      "Verify Organization",
      "502 Bad Gateway",
    ]) {
      expect(text).not.toContain(words);
    }
  });

  test("shows what a picture and an answer have cost", async () => {
    const { student } = await aStudent();
    await fullTest(student, "good");
    const costs = (await latestTestOf(student))?.checks.map(({ costMicroUsd }) => costMicroUsd);
    expect(costs).toEqual([0, 0, 10, 11_000]);
  });
});

describe("the desk", () => {
  test("has a student whose test ended badly, and a pass takes them off it by itself", async () => {
    const { student } = await aStudent();
    const open = () => ownerDatabase().blocker.findMany({ where: { userId: student.id, closedAt: null } });
    await fullTest(student, "deactivated");
    expect(await open()).toMatchObject([{ status: "dead_end", cause: "account_deactivated", stepId: "openai-klucz" }]);
    await run(await pasteFor(student, "good"));
    expect(await open()).toEqual([]);
  });

  test("has nobody because the provider is down", async () => {
    const { student } = await aStudent();
    await fullTest(student, "server_500");
    await again(student);
    await again(student);
    expect(await ownerDatabase().blocker.count({ where: { userId: student.id } })).toBe(0);
  });
});

describe("patience with a provider that never answers", () => {
  test("ends as a timeout, which says nothing of the key", () => {
    expect(replyOfError(new Error("aborted"), AbortSignal.abort())).toEqual({ kind: "timeout" });
  });
});

describe("a picture", () => {
  test("is not asked for without consent", async () => {
    const { student } = await aStudent();
    const before = pathsOf("good").filter((path) => path.includes("images")).length;
    await run(await pasteFor(student, "good"));
    expect(await verdictsOf(student)).toEqual(["passed", "passed", "passed", "skipped"]);
    expect(pathsOf("good").filter((path) => path.includes("images"))).toHaveLength(before);
    expect(await latestTestOf(student)).toMatchObject({ hasPicture: false });
  });

  test("is kept as WebP for its student, and for nobody else", async () => {
    const [{ student }, { student: other }] = await Promise.all([aStudent(), aStudent()]);
    const id = await fullTest(student, "good");
    const picture = await pictureOf(student, id);
    expect(picture?.mediaType).toBe("image/webp");
    expect(
      Buffer.from(picture?.bytes ?? [])
        .subarray(8, 12)
        .toString(),
    ).toBe("WEBP");
    expect(await pictureOf(other, id)).toBeNull();
  });

  test("is replaced by the next one", async () => {
    const { student } = await aStudent();
    const first = await fullTest(student, "good");
    const second = await again(student);
    expect(await pictureOf(student, first)).toBeNull();
    expect(await pictureOf(student, second)).not.toBeNull();
  });
});

describe("a pass", () => {
  test("proves the step of its check once, however often it passes", async () => {
    const { student } = await aStudent();
    await fullTest(student, "good");
    const before = await ownerDatabase().stepProgress.findMany({
      where: { userId: student.id },
      orderBy: { stepId: "asc" },
    });
    await again(student);
    const module = await moduleOf("pl");
    const steps = (["openai.key", "openai.credits", "openai.image"] as const).flatMap(
      (check) => stepProvedBy(module, check)?.id ?? [],
    );
    expect(before.map(({ stepId }) => stepId)).toEqual(expect.arrayContaining(steps));
    expect(
      await ownerDatabase().stepProgress.findMany({ where: { userId: student.id }, orderBy: { stepId: "asc" } }),
    ).toEqual(before);
    expect(await ownerDatabase().stepEvent.count({ where: { userId: student.id, kind: "proven" } })).toBe(
      before.length,
    );
  });

  test("leaves a step that the student had ticked ticked, and proves it", async () => {
    const { student } = await aStudent();
    const stepId = stepProvedBy(await moduleOf("pl"), "openai.key")?.id ?? "";
    const tickedAt = new Date("2026-01-01T00:00:00Z");
    await ownerDatabase().stepProgress.create({ data: { userId: student.id, stepId, tickedAt } });
    await run(await pasteFor(student, "good"));
    const where = { userId_stepId: { userId: student.id, stepId } };
    expect(await ownerDatabase().stepProgress.findUnique({ where })).toMatchObject({
      tickedAt,
      provenAt: expect.any(Date),
    });
  });
});

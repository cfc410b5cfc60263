import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { enqueue } from "#server/jobs/enqueue";
import { knowRequestsBy, onBehalfOf, requestNow } from "#server/log/asked-by";
import { requestIdIn } from "#server/log/request-id";
import { requestSignIn } from "#server/sign-in/commands";
import { aStudent } from "../../support/cast.ts";
import { jobsOf } from "../../support/jobs.ts";
import { anIp, liveTestOf, pasteFor } from "../../support/keys.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { aProvider } from "../../support/provider.ts";
import { ownerDatabase } from "../../support/roles.ts";
import { testRow } from "../../support/runs.ts";
import { startWorker, type Worker } from "../../support/worker.ts";

aProvider();
aMailbox();
afterEach(() => knowRequestsBy(async () => null));

/** The web process answers a request with this id from now on. */
function answering(requestId: string): string {
  knowRequestsBy(async () => requestId);
  return requestId;
}

describe("the id of a request", () => {
  test("is written with each job that the request asks for", async () => {
    const { student, email } = await aStudent();
    const requestId = answering(randomUUID());
    const testId = await pasteFor(student, "good");
    await requestSignIn(email, { ip: anIp(), isKnown: false });
    const jobs = [...(await jobsOf("access-test")), ...(await jobsOf("sign-in-mail"))];
    const own = jobs.filter(({ data }) => (data as { fromRequest?: string }).fromRequest === requestId);
    expect(own).toMatchObject([{ data: { testId } }, { data: { requestId: expect.any(String) } }]);
  });

  test("is not written where nobody's request is answered, nor with what concerns everybody", async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    answering(randomUUID());
    await enqueue(ownerDatabase(), "outage-look", { provider: "nobody" });
    const testId = await liveTestOf(student);
    const quiet = [...(await jobsOf("access-test")), ...(await jobsOf("outage-look"))].filter(({ data }) =>
      "testId" in data ? data.testId === testId : data.provider === "nobody",
    );
    expect(quiet).toHaveLength(2);
    for (const { data } of quiet) expect(data).not.toHaveProperty("fromRequest");
  });

  test("is taken from the header only in the form in which the portal gives it", () => {
    const id = randomUUID();
    expect(requestIdIn(id)).toBe(id);
    for (const forged of ["", `${id}x`, "ania@example.com", `${id}\n{"level":30}`, [id], undefined]) {
      expect(requestIdIn(forged)).toBeNull();
    }
  });

  test("of the job that is being done goes before that of a request, also behind a pause", async () => {
    const [job, request] = [randomUUID(), answering(randomUUID())];
    expect(await requestNow()).toBe(request);
    const behind = await onBehalfOf(job, async () => {
      await new Promise((done) => setTimeout(done, 5));
      return requestNow();
    });
    expect(behind).toBe(job);
  });

  test("is nobody's where the header cannot be asked for", async () => {
    knowRequestsBy(() => Promise.reject(new Error("outside of a request")));
    expect(await requestNow()).toBeUndefined();
  });
});

describe("the worker's log", () => {
  let worker: Worker;
  beforeAll(async () => {
    worker = startWorker();
    await worker.started;
  });
  afterAll(() => worker.stop());

  test("has the id of the request in each line about its test, with the request id of the provider", async () => {
    const { student } = await aStudent();
    const requestId = answering(randomUUID());
    const testId = await pasteFor(student, "good");
    await vi.waitFor(async () => expect((await testRow(testId)).ending).toBe("completed"), 10_000);
    await vi.waitFor(() => expect(worker.output()).toMatch(new RegExp(`test.finished.*${testId}`)), 2_000);
    const lines = worker
      .output()
      .split("\n")
      .filter((line) => line.includes(testId))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event }) => event)).toEqual([
      "test.started",
      ...Array(3).fill("check.finished"),
      "test.finished",
    ]);
    expect(new Set(lines.map((line) => line.requestId))).toEqual(new Set([requestId]));
    const stored = await ownerDatabase().checkResult.findMany({ where: { testId, requestId: { not: null } } });
    expect(stored.length).toBeGreaterThan(0);
    const logged = lines.map(({ providerRequest }) => providerRequest).filter(Boolean);
    expect(logged.sort()).toEqual(stored.map((result) => result.requestId).sort());
  });
});

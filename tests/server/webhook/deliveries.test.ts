import { describe, expect, test } from "vitest";
import { askForHelp } from "#server/help/commands";
import { deliver } from "#server/webhook/deliver";
import { replay } from "#server/webhook/replay/commands";
import { aManager, aStudent } from "../../support/cast.ts";
import { jobsOf } from "../../support/jobs.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import {
  anEndpoint,
  aQuestion,
  aReceiver,
  deliveriesOf,
  doWebhooks,
  HOUR_MS,
  keyring,
  later,
  withStatus,
} from "../../support/webhooks.ts";

const receiver = aReceiver();

describe("a delivery that is not taken", () => {
  test("is tried ten times, under the same id, after the pauses of Standard Webhooks, and then given up", async () => {
    const { endpoint } = await aQuestion(receiver);
    receiver.answer = withStatus(500, "Later, please.");
    const pauses: number[] = [];
    let now = new Date();
    for (let time = 1; time <= 10; time++) {
      await doWebhooks(now);
      const [row] = await deliveriesOf(endpoint.id);
      if (row?.state !== "pending") break;
      pauses.push(row.nextTryAt.getTime() - now.getTime());
      now = row.nextTryAt;
    }
    const minutes = [5 / 60, 5, 30, 120, 300, 600, 840, 1200, 1440];
    expect(pauses).toEqual(minutes.map((count) => Math.round(count * 60_000)));
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(10);
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "failed", tries: 10, statusCode: 500 }]);
    const off = await ownerDatabase().webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    expect(off.offBecause).toBe("failing");
  });

  test("is taken at the next try, and says how long it took and what was answered", async () => {
    const { endpoint } = await aQuestion(receiver);
    receiver.answer = withStatus(503, "Later, please.");
    await doWebhooks();
    expect(await deliveriesOf(endpoint.id)).toMatchObject([
      { state: "pending", tries: 1, statusCode: 503, answer: "Later, please.", durationMs: expect.any(Number) },
    ]);
    receiver.answer = withStatus(200);
    await doWebhooks(later(6_000));
    expect(await deliveriesOf(endpoint.id)).toMatchObject([
      { state: "delivered", tries: 2, statusCode: 200, answer: null },
    ]);
    const { failingSince } = await ownerDatabase().webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    expect(failingSince).toBeNull();
  });

  test.each([429, 503, 500])("is not tried before the time that the receiver names with %i", async (status) => {
    const { endpoint } = await aQuestion(receiver);
    const now = new Date();
    receiver.answer = withStatus(status, "", { "retry-after": "600" });
    await doWebhooks(now);
    const [first] = await deliveriesOf(endpoint.id);
    expect(first).toMatchObject({ state: "pending", nextTryAsked: true });
    expect((first?.nextTryAt.getTime() ?? 0) - now.getTime()).toBe(600_000);
    const [{ startAfter } = { startAfter: now }] = await jobsOf("webhook-delivery");
    expect(Math.abs(startAfter.getTime() - now.getTime() - 600_000)).toBeLessThan(1_000);
    await asWorker(async () => deliver({ deliveryId: first?.id ?? "" }, await keyring(), later(590_000)));
    expect(receiver.received).toHaveLength(1);
    receiver.answer = withStatus(status, "", { "retry-after": "Never on Sundays" });
    await doWebhooks(later(601_000));
    expect(receiver.received).toHaveLength(2);
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "pending", tries: 2, nextTryAsked: false }]);
  });

  test("waits for the day that the receiver names in words of HTTP, and a day at most", async () => {
    const { endpoint } = await aQuestion(receiver);
    const now = new Date();
    receiver.answer = withStatus(503, "", { "retry-after": new Date(now.getTime() + 90 * HOUR_MS).toUTCString() });
    await doWebhooks(now);
    const [row] = await deliveriesOf(endpoint.id);
    expect(row?.nextTryAt.getTime()).toBe(now.getTime() + 24 * HOUR_MS);
  });

  test("keeps no more than 1 kB of an answer, and no secret that is in it", async () => {
    const { endpoint } = await aQuestion(receiver);
    receiver.answer = (_, response) =>
      void response.writeHead(400).end(`Wrong: ${endpoint.secret} from ola@example.com ${"x".repeat(9_000)}`);
    await doWebhooks();
    const [row] = await deliveriesOf(endpoint.id);
    expect(row?.answer?.length).toBeLessThanOrEqual(1_024);
    expect(row?.answer).toMatch(/^Wrong: \[secret\]/);
    expect(row?.answer).not.toContain("ola@example.com");
    expect(row?.answer).not.toContain(endpoint.secret.slice(10, 24));
  });

  test("follows no redirect", async () => {
    const { endpoint } = await aQuestion(receiver);
    receiver.answer = (_, response) => void response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end();
    await doWebhooks();
    expect(receiver.received).toHaveLength(1);
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "pending", statusCode: 307 }]);
  });

  test("says that nobody listens", async () => {
    const { student, cohort } = await aStudent();
    const { id } = await anEndpoint(await aManager(cohort.id), "http://127.0.0.1:9/", { events: ["help.asked"] });
    await askForHelp(student, { note: "?", stepId: null });
    await doWebhooks();
    expect(await deliveriesOf(id)).toMatchObject([{ state: "pending", statusCode: null, fault: "ECONNREFUSED" }]);
  });
});

describe("sending again", () => {
  test("sends one that arrived once more under its id, for its owner alone, and once for two tabs at once", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    await doWebhooks();
    const [{ id: deliveryId } = { id: "" }] = await deliveriesOf(endpoint.id);
    const again = { endpointId: endpoint.id, deliveryId };
    expect(await replay(await aManager(), again, new Date())).toEqual({ ok: false, refusal: "not_found" });
    const twice = await Promise.all([replay(instructor, again, new Date()), replay(instructor, again, new Date())]);
    expect(twice.reduce((sum, { ok, ...rest }) => sum + (ok && "value" in rest ? rest.value : 0), 0)).toBe(1);
    await doWebhooks(later(1_000));
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual(
      Array(2).fill(receiver.received[0]?.headers["webhook-id"]),
    );
  });

  test("takes those that failed since a moment, and no older ones", async () => {
    const { student, instructor, endpoint } = await aQuestion(receiver);
    await doWebhooks();
    await rowsAs("owner", "UPDATE webhook_delivery SET state = 'failed' WHERE endpoint_id = $1", [endpoint.id]);
    await rowsAs("owner", "UPDATE webhook_message SET at = now() - interval '2 days' WHERE user_id = $1", [student.id]);
    const since = (ms: number) => replay(instructor, { endpointId: endpoint.id, failedSince: later(-ms) }, new Date());
    expect(await since(24 * HOUR_MS)).toEqual({ ok: true, value: 0 });
    expect(await since(72 * HOUR_MS)).toEqual({ ok: true, value: 1 });
  });
});

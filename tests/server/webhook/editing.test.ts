import { describe, expect, test } from "vitest";
import { claimDelivery } from "#server/webhook/claim";
import { sendTrial, setPaused } from "#server/webhook/commands";
import { type Edit, editEndpoint } from "#server/webhook/edit/commands";
import { endpointOf } from "#server/webhook/queries";
import { settle } from "#server/webhook/settle";
import { aManager, asManager, cast } from "../../support/cast.ts";
import { takeJobs } from "../../support/jobs.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";
import {
  addressMessages,
  anEndpoint,
  aQuestion,
  aReceiver,
  bodyOf,
  deliveriesOf,
  doWebhooks,
  later,
  withStatus,
} from "../../support/webhooks.ts";

const receiver = aReceiver();
const now = new Date();
const rowOf = (id: string) => ownerDatabase().webhookEndpoint.findUniqueOrThrow({ where: { id } });

/** As the form sends it: all that is not changed stands in it as it was. */
const wishFor = (endpointId: string, change: Partial<Edit> = {}): Edit => ({
  ...{ endpointId, version: 1, name: null, url: receiver.url, cohortIds: [], withNames: false },
  events: ["help.asked"],
  ...change,
});

describe("an endpoint that is changed", () => {
  test("is called something, told other things, and keeps its secret", async () => {
    const { student, instructor, endpoint } = await aQuestion(receiver);
    const secretsOf = () => ownerDatabase().webhookSecret.findMany({ where: { endpointId: endpoint.id } });
    const before = await secretsOf();
    const edit = wishFor(endpoint.id, { name: "n8n", events: ["help.asked", "step.proven"], withNames: true });
    expect(await editEndpoint(instructor, edit, now)).toEqual({ ok: true, value: { moved: false } });
    expect(await endpointOf(instructor, endpoint.id)).toMatchObject({
      ...{ name: "n8n", url: receiver.url, events: ["help.asked", "step.proven"], withNames: true, version: 2 },
    });
    expect(await secretsOf()).toEqual(before);
    await doWebhooks();
    expect(receiver.received.map(bodyOf)).toMatchObject([{ data: { student: { name: student.name } } }]);
    const trail = await ownerDatabase().auditEvent.findMany({ where: { kind: "webhook.changed" } });
    expect(trail.map(({ facts }) => facts)).toContainEqual({ endpoint: endpoint.id, address: "same" });
    expect(JSON.stringify(trail.map(({ facts }) => facts))).not.toContain("http");
  });

  test.each([
    ["hooks.example.com/x", "no_address"],
    ["http://hooks.example.com/", "not_https"],
    ["https://ola:haslo@hooks.example.com/", "with_password"],
  ] as const)("is not led to %s: %s", async (url, refusal) => {
    const { instructor, endpoint } = await aQuestion(receiver);
    expect(await editEndpoint(instructor, wishFor(endpoint.id, { url }), now)).toEqual({ ok: false, refusal });
    expect(await rowOf(endpoint.id)).toMatchObject({ url: receiver.url, version: 1 });
  });

  test("is not there for anybody else, nor once it is deleted", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    const [other, gone] = [await aManager(), "01997b3e-0000-7000-8000-000000000001"];
    expect(await editEndpoint(other, wishFor(endpoint.id), now)).toEqual({ ok: false, refusal: "not_found" });
    expect(await editEndpoint(instructor, wishFor(gone), now)).toEqual({ ok: false, refusal: "not_found" });
    expect(await rowOf(endpoint.id)).toMatchObject({ version: 1 });
  });

  test("in two windows at once is changed in one, and the other is told", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    const both = await Promise.all(
      ["Pierwsze", "Drugie"].map((name) => editEndpoint(instructor, wishFor(endpoint.id, { name }), now)),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, refusal: "changed" });
    const winner = both[0]?.ok ? "Pierwsze" : "Drugie";
    expect(await rowOf(endpoint.id)).toMatchObject({ name: winner, version: 2 });
    const knowingly = wishFor(endpoint.id, { name: "Trzecie", version: 2 });
    expect((await editEndpoint(instructor, knowingly, now)).ok).toBe(true);
  });

  test("does not become one of all cohorts because its only one was put away", async () => {
    const [here, there] = [await cast().aCohort(), await cast().aCohort()];
    const manager = await aManager(here.id, there.id);
    const { id } = await anEndpoint(manager, receiver.url, { cohortIds: [there.id] });
    const after = asManager(manager, [here.id], [there.id]);
    expect((await editEndpoint(after, wishFor(id, { cohortIds: [there.id] }), now)).ok).toBe(true);
    expect((await rowOf(id)).cohortIds).toEqual([there.id]);
    const strange = wishFor(id, { cohortIds: [(await cast().aCohort()).id], version: 2 });
    expect(await editEndpoint(after, strange, now)).toEqual({ ok: false, refusal: "no_cohorts" });
  });
});

describe("a new address", () => {
  const moveTo = (endpointId: string) => wishFor(endpointId, { url: `${receiver.url}/new` });

  test("gets what waits at once, as if it were tried for the first time, and signed as before", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    receiver.answer = withStatus(503, "", { "retry-after": "7200" });
    await doWebhooks();
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "pending", tries: 1, nextTryAsked: true }]);
    expect(await editEndpoint(instructor, moveTo(endpoint.id), now)).toEqual({ ok: true, value: { moved: true } });
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "pending", tries: 0, nextTryAsked: false }]);
    expect((await rowOf(endpoint.id)).failingSince).toBeNull();
    receiver.answer = withStatus(200);
    await doWebhooks(later(1_000));
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook", "/hook/new"]);
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "delivered", tries: 1 }]);
  });

  test("leaves alone what is being sent to the former one at that moment, so that nobody sends it twice", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    await addressMessages();
    const [{ deliveryId } = { deliveryId: "" }] = await takeJobs("webhook-delivery");
    const claimed = await asWorker(() => claimDelivery(deliveryId, later(0)));
    if (!claimed) throw new Error("It was not there to be claimed.");
    await editEndpoint(instructor, moveTo(endpoint.id), now);
    const failed = { statusCode: 500, durationMs: 1, fault: null, answer: null, retryAfter: null };
    await asWorker(() => settle(claimed, failed, later(0)));
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "pending", tries: 1, statusCode: 500 }]);
    receiver.answer = withStatus(200);
    await doWebhooks(later(6_000));
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook/new"]);
  });

  test("turns on what the former one had switched off, and leaves a pause to whoever made it", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    receiver.answer = withStatus(410);
    await doWebhooks();
    expect((await rowOf(endpoint.id)).offBecause).toBe("gone");
    await editEndpoint(instructor, moveTo(endpoint.id), now);
    expect(await rowOf(endpoint.id)).toMatchObject({ offAt: null, offBecause: null, failingSince: null });
    expect((await sendTrial(instructor, endpoint.id)).ok).toBe(true);
    await setPaused(instructor, endpoint.id, now);
    await editEndpoint(instructor, wishFor(endpoint.id, { version: 2 }), now);
    expect((await rowOf(endpoint.id)).pausedAt).not.toBeNull();
  });
});

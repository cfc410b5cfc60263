import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { removeEndpoint, rotateSecret, sendTrial, setPaused } from "#server/webhook/commands";
import { replay } from "#server/webhook/replay/commands";
import { forgetOldSecrets, resumeWebhooks } from "#server/webhook/sweep";
import { aManager } from "../../support/cast.ts";
import { asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";
import {
  addressMessages,
  aQuestion,
  aReceiver,
  bodyOf,
  deliveriesOf,
  doWebhooks,
  HOUR_MS,
  later,
  withStatus,
} from "../../support/webhooks.ts";

const receiver = aReceiver();

describe("an endpoint", () => {
  test("that says that it is gone is switched off, with all that was on its way", async () => {
    const { student, instructor, endpoint } = await aQuestion(receiver);
    receiver.answer = withStatus(410, "Later, please.");
    await doWebhooks();
    const row = await ownerDatabase().webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    expect(row).toMatchObject({ offBecause: "gone", offAt: expect.any(Date) });
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "failed", tries: 1 }]);
    expect((await sendTrial(instructor, endpoint.id)).ok).toBe(false);
    await setPaused(instructor, endpoint.id, null);
    receiver.answer = withStatus(200);
    const asked = await replay(instructor, { endpointId: endpoint.id, failedSince: later(-HOUR_MS) }, new Date());
    expect(asked).toEqual({ ok: true, value: 1 });
    await doWebhooks();
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "delivered" }]);
    expect(receiver.received.map(bodyOf).map(({ data }) => data.student)).toEqual(Array(2).fill({ id: student.id }));
  });

  test("gets what is on its way when its pause ends", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    await addressMessages();
    await setPaused(instructor, endpoint.id, new Date());
    await doWebhooks();
    expect(receiver.received).toEqual([]);
    await setPaused(instructor, endpoint.id, null);
    await asWorker(() => resumeWebhooks(later(2 * 60_000)));
    await doWebhooks(later(3 * 60_000));
    expect(receiver.received).toHaveLength(1);
  });

  test("is signed for by the old secret and the new one for a day, and then by the new one alone", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    const fresh = (await rotateSecret(instructor, endpoint.id, new Date())) ?? "";
    await doWebhooks();
    const [{ headers, body } = { headers: {} as Record<string, string>, body: "" }] = receiver.received;
    expect(headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const secret of [endpoint.secret, fresh]) new Webhook(secret).verify(body, headers);
    await asWorker(() => forgetOldSecrets(later(25 * HOUR_MS)));
    await sendTrial(instructor, endpoint.id);
    await doWebhooks();
    const last = receiver.received[1] ?? { headers: {}, body: "" };
    expect(new Webhook(fresh).verify(last.body, last.headers)).toMatchObject({ type: "connection.test" });
    expect(() => new Webhook(endpoint.secret).verify(last.body, last.headers)).toThrow();
    expect(await rotateSecret(await aManager(), endpoint.id, new Date())).toBeNull();
  });

  test("takes its sealed secrets with it, whichever way it goes", async () => {
    const { instructor, endpoint } = await aQuestion(receiver);
    const sealed = async () => {
      const rows = await rowsAs(
        "owner",
        "SELECT 1 FROM credential_secret s JOIN webhook_secret w ON w.id = s.credential_id WHERE w.endpoint_id = $1",
        [endpoint.id],
      );
      return rows.length;
    };
    const count = () => ownerDatabase().credentialSecret.count();
    const before = await count();
    expect(await sealed()).toBe(1);
    expect(await removeEndpoint(await aManager(), endpoint.id)).toBe(false);
    expect(await removeEndpoint(instructor, endpoint.id)).toBe(true);
    expect(await count()).toBe(before - 1);
    const other = await aQuestion(receiver);
    await ownerDatabase().user.delete({ where: { id: other.instructor.id } });
    expect(await count()).toBe(before - 1);
  });
});

import { fetch } from "undici";
import { describe, expect, test } from "vitest";
import { lookupWithin } from "#server/provider/address";
import { outboundDispatcher } from "#server/provider/outbound";
import { deliver } from "#server/webhook/deliver";
import { post } from "#server/webhook/post";
import { resumeWebhooks } from "#server/webhook/sweep";
import { takeJobs } from "../../support/jobs.ts";
import { asWorker, rowsAs } from "../../support/roles.ts";
import {
  addressMessages,
  aQuestion,
  aReceiver,
  deliveriesOf,
  keyring,
  later,
  withStatus,
} from "../../support/webhooks.ts";
import { startWorker } from "../../support/worker.ts";

const receiver = aReceiver();

describe("workers", () => {
  test("send once, also when two of them get the same delivery at once", async () => {
    const { endpoint } = await aQuestion(receiver);
    await addressMessages();
    const [job] = await takeJobs("webhook-delivery");
    const keys = await keyring();
    await asWorker(() => Promise.all([1, 2, 3].map(() => deliver(job ?? { deliveryId: "" }, keys))));
    expect(receiver.received).toHaveLength(1);
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "delivered", tries: 1 }]);
  });

  test("lose nothing that was committed before one was killed: the next one sends it", async () => {
    const { endpoint } = await aQuestion(receiver);
    receiver.answer = () => undefined;
    const first = startWorker();
    await first.started;
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(1);
    await first.kill();
    expect(await deliveriesOf(endpoint.id)).toMatchObject([{ state: "pending", tries: 1 }]);
    receiver.answer = withStatus(200);
    // As if the minute that the dead worker had for it were over.
    await rowsAs("owner", "UPDATE webhook_delivery SET claimed_until = now() WHERE endpoint_id = $1", [endpoint.id]);
    await asWorker(() => resumeWebhooks(later(2 * 60_000)));
    const second = startWorker();
    await second.started;
    await expect.poll(async () => (await deliveriesOf(endpoint.id))[0]?.state, { timeout: 30_000 }).toBe("delivered");
    await second.stop();
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });
});

describe("an address of our own network", () => {
  const parcel = (url: string) => ({ url, headers: {}, body: "{}" });

  test.each([
    "https://127.0.0.1/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/",
    "https://2130706433/",
    "http://192.168.0.1/",
    "http://0x7f.1:9/",
  ])("written as %s is not called", async (url) => {
    expect(await post(parcel(url), outboundDispatcher("internet"))).toMatchObject({
      statusCode: null,
      fault: "EPRIVATE",
    });
  });

  test.each(["10.1.2.3", "127.0.0.1", "169.254.169.254", "224.0.0.1", "fe80::1", "::ffff:127.0.0.1"])(
    "behind a name, %s, is not called, also when the name led to the internet a moment before",
    async (address) => {
      const answers = ["93.184.216.34", address];
      const lookup = lookupWithin("internet", (_, options, callback) => {
        const next = answers.shift() ?? "";
        if (options.all) callback(null, [{ address: next }]);
        else callback(null, next, 4);
      });
      await new Promise((resolve) => lookup("rebind.example", {}, resolve));
      const { port } = new URL(receiver.url);
      const posted = await post(parcel(`http://rebind.example:${port}/`), outboundDispatcher("internet", lookup));
      expect(posted).toMatchObject({ statusCode: null, fault: "EPRIVATE" });
      expect(receiver.received).toEqual([]);
    },
  );

  test("is not called by plain HTTP outside of this machine, whatever a demonstration may do", async () => {
    expect(await post(parcel("http://example.invalid/"))).toMatchObject({ statusCode: null });
    expect((await fetch(receiver.url, { method: "POST" })).status).toBe(204);
  });
});

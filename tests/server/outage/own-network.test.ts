import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CauseId } from "#domain/cause/cause";
import { lookForOutage } from "#server/outage/look";
import { tellOperator } from "#server/outage/operator";
import { aStudent, cast } from "../../support/cast.ts";
import { jobsOf, openIncident, takeJobs } from "../../support/jobs.ts";
import { aMailbox } from "../../support/mailbox.ts";
import { asWorker, ownerDatabase } from "../../support/roles.ts";

const mailbox = aMailbox();
const OPERATOR = "operator@example.com";

let neutral: Server;
let port = 0;
beforeAll(async () => {
  neutral = await listening(0);
  port = (neutral.address() as AddressInfo).port;
  process.env.CONTROL_HOSTS = `127.0.0.1:${port}`;
  process.env.OPERATOR_MAIL = OPERATOR;
});
afterAll(() => void neutral.close());
beforeEach(async () => {
  await ownerDatabase().incident.deleteMany();
  await ownerDatabase().accessTest.deleteMany();
  await takeJobs("operator-mail");
  if (!neutral.listening) neutral = await listening(port);
});

const listening = (at: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy()).listen(at, "127.0.0.1", () => resolve(server));
  });
const unplug = () => new Promise<void>((resolve) => neutral.close(() => resolve()));

/** Three students whose calls came to nothing, with the system's code. */
async function trouble(cause: CauseId, code: string | null): Promise<void> {
  for (let count = 0; count < 3; count++) {
    const { student } = await aStudent();
    const key = await cast().aSealedKey(student.id);
    await cast().aTest(student.id, key, { outcome: ["passed", cause] });
    await ownerDatabase().checkResult.updateMany({
      where: { test: { userId: student.id }, cause },
      data: { httpStatus: null, providerCode: code },
    });
  }
}
const look = () => asWorker(() => lookForOutage({ provider: "openai" }));

describe("a network failure of many", () => {
  test("is the provider's where others can be reached", async () => {
    await trouble("network_error", "EAI_AGAIN");
    await look();
    expect(await openIncident()).toMatchObject({ kind: "provider" });
    expect(await jobsOf("operator-mail")).toEqual([]);
  });

  test("is our own where nobody can be reached, and the operator is told", async () => {
    await unplug();
    await trouble("network_error", "ENETUNREACH");
    await look();
    expect(await openIncident()).toMatchObject({ kind: "own_network" });
    for (const job of await takeJobs("operator-mail")) await asWorker(() => tellOperator(job));
    expect(mailbox.letterTo(OPERATOR)).toContain("Portal nie ma połączenia z siecią");
  });

  test("that vanish without a word are our own where nobody can be reached", async () => {
    await unplug();
    await trouble("timeout", null);
    await look();
    expect(await openIncident()).toMatchObject({ kind: "own_network", cause: "timeout" });
  });

  test("is the provider's where it refused the connection, or answered with a 5xx", async () => {
    await unplug();
    await trouble("network_error", "ECONNREFUSED");
    await look();
    expect(await openIncident()).toMatchObject({ kind: "provider" });
    await ownerDatabase().incident.deleteMany();
    await ownerDatabase().accessTest.deleteMany();
    await trouble("server_error", null);
    await look();
    expect(await openIncident()).toMatchObject({ kind: "provider" });
  });
});

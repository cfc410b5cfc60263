import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { record } from "#server/audit/record";
import { database } from "#server/database/client";
import { sweep } from "#server/worker/sweep";
import { verifyChain } from "../../../scripts/audit/chain.ts";
import { placeWaiting } from "../../../scripts/audit/place.ts";
import { connected } from "../../../scripts/database/connection.ts";
import { addressOf, asWorker, rowsAs } from "../../support/roles.ts";

const SILENT = { start: () => undefined, add: () => undefined, end: () => undefined };
const verdict = () => connected(addressOf("owner"), (client) => verifyChain(client, SILENT));
const place = () => connected(addressOf("owner"), placeWaiting);

/** A transaction that has taken a place in the chain and does not end, for as long as `work` takes. */
async function whileKept(role: "web" | "worker", work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(role) });
  await client.connect();
  try {
    await client.query("BEGIN; SET CONSTRAINTS ALL IMMEDIATE");
    await client.query("INSERT INTO audit_event (id, kind) VALUES (gen_random_uuid(), 'login.requested')");
    await work();
  } finally {
    await client.end();
  }
}

describe("an audit chain that a transaction keeps to itself", () => {
  test.each(["web", "worker"] as const)("makes nobody wait, when it is one of the %s role's", async (role) => {
    const subjectId = randomUUID();
    const placesOf = () => rowsAs("owner", "SELECT seq FROM audit_event WHERE subject_id = $1", [subjectId]);
    await whileKept(role, async () => {
      await database().$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = '5s'`;
        await record(tx, { kind: "login.succeeded", subjectId });
      });
      expect(await placesOf()).toEqual([{ seq: null }]);
    });
    await asWorker(() => sweep(new Date()));
    expect(await placesOf()).toEqual([{ seq: expect.stringMatching(/^\d+$/) }]);
    expect(await verdict()).toMatchObject({ finding: null });
  });

  test("is told to whoever verifies it, and not waited for without end", async () => {
    await whileKept("web", async () => {
      await expect(place()).rejects.toThrow("keeps the audit chain to itself");
    });
    await place();
  });
});

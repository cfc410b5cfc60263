import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { record } from "#server/audit/record";
import { database } from "#server/database/client";
import { headOf, verifyChain } from "../../../scripts/audit/chain.ts";
import { placeWaiting } from "../../../scripts/audit/place.ts";
import { connected } from "../../../scripts/database/connection.ts";
import { addressOf, asWorker, ownerDatabase, rowsAs } from "../../support/roles.ts";

const SILENT = { start: () => undefined, add: () => undefined, end: () => undefined };
type Expected = Parameters<typeof verifyChain>[2];

const verdict = (expected?: Expected) =>
  connected(addressOf("owner"), (client) => verifyChain(client, SILENT, expected));
const placed = () => connected(addressOf("owner"), placeWaiting);
const head = () => connected(addressOf("owner"), headOf);
const asOwner = (sql: string, values: unknown[] = []) => rowsAs("owner", sql, values);
const faultOf = async (expected?: Expected) => {
  const { finding } = await verdict(expected);
  return finding && [finding.seq, finding.fault];
};

let subjectId: string;
const happens = (facts = {}) => record(database(), { kind: "login.succeeded", subjectId, facts });

beforeEach(async () => {
  subjectId = randomUUID();
  // An honest chain of six to begin with.
  await asOwner("DELETE FROM audit_event");
  await asOwner(`UPDATE audit_chain SET head_seq = 0, anchor_seq = 0, head_hash = sha256('rozruch audit'::bytea),
    anchor_hash = sha256('rozruch audit'::bytea)`);
  for (let at = 0; at < 6; at++) await happens({ at });
});

describe("the audit chain", () => {
  test("of honest events holds, and ends where it says", async () => {
    expect(await verdict()).toMatchObject({ events: 6, finding: null, head: { seq: 6n } });
    expect(await faultOf(await head())).toBeNull();
  });

  test("is one and unbroken when fifty transactions of both roles write at once", async () => {
    const many = (part: () => Promise<void>) => Promise.all(Array.from({ length: 25 }, part));
    await Promise.all([many(happens), asWorker(() => many(happens))]);
    await placed();
    expect(await verdict()).toMatchObject({ events: 56, finding: null });
  });

  test("has no place for what was rolled back", async () => {
    const broken = database().$transaction(async (tx) => {
      await record(tx, { kind: "login.ended", subjectId });
      throw new Error("changed my mind");
    });
    await expect(broken).rejects.toThrow("changed my mind");
    await happens();
    expect(await verdict()).toMatchObject({ events: 7, finding: null });
  });

  test.each([
    ["what happened", "kind = 'login.ended'"],
    ["when", "at = at + interval '1 second'"],
    ["who did it", "actor_id = gen_random_uuid()"],
    ["to whom", "subject_id = gen_random_uuid()"],
    ["the facts", `facts = '{"at": 7}'`],
    ["which event it is", "id = gen_random_uuid()"],
  ])("breaks at the first event of which somebody changed %s", async (_, change) => {
    await asOwner(`UPDATE audit_event SET ${change} WHERE seq IN (3, 5)`);
    expect(await faultOf()).toEqual(["3", "changed"]);
  });

  test("breaks where an event was taken out: in the middle, at the end, or all of them", async () => {
    await asOwner("DELETE FROM audit_event WHERE seq = 6");
    expect(await faultOf()).toEqual(["6", "missing"]);
    await asOwner("DELETE FROM audit_event WHERE seq = 2");
    expect(await faultOf()).toEqual(["2", "missing"]);
    await asOwner("DELETE FROM audit_event");
    expect(await faultOf()).toEqual(["1", "missing"]);
  });

  test("breaks where two events changed places", async () => {
    await asOwner("UPDATE audit_event SET seq = seq + 100 WHERE seq IN (3, 4)");
    await asOwner("UPDATE audit_event SET seq = CASE seq WHEN 103 THEN 4 ELSE 3 END WHERE seq > 100");
    expect(await faultOf()).toEqual(["3", "unlinked"]);
  });

  test("breaks where an event got in past the chain, or the end was moved back", async () => {
    await asOwner("DELETE FROM audit_event WHERE seq = 6");
    await asOwner("UPDATE audit_chain SET head_seq = 5, head_hash = '\\x00'");
    expect(await faultOf()).toEqual(["5", "head does not match"]);
    await asOwner("UPDATE audit_event SET seq = NULL, at = now() - interval '2 minutes' WHERE seq = 4");
    expect(await faultOf()).toEqual(["none", "not chained"]);
  });

  test("that somebody wrote anew from one event on, or cut, does not fit a head that was written down elsewhere", async () => {
    const written = await head();
    await asOwner("DELETE FROM audit_event WHERE seq > 4");
    await asOwner("UPDATE audit_chain SET head_seq = 4, head_hash = (SELECT hash FROM audit_event WHERE seq = 4)");
    expect(await faultOf()).toBeNull();
    expect(await faultOf(written)).toEqual(["6", "missing"]);
    for (let at = 0; at < 3; at++) await happens({ forged: at });
    expect(await faultOf()).toBeNull();
    expect(await faultOf(written)).toEqual(["6", "other than expected"]);
  });

  test("that was written anew behind an anchor that was moved does not fit either, and says where nothing can be said", async () => {
    const written = await head();
    const early = { seq: 3n, hash: "0".repeat(64) };
    await asOwner("DELETE FROM audit_event");
    await asOwner("UPDATE audit_chain SET head_seq = 6, head_hash = '\\x00', anchor_seq = 6, anchor_hash = '\\x00'");
    for (let at = 0; at < 3; at++) await happens({ forged: at });
    expect(await faultOf()).toBeNull();
    expect(await faultOf(written)).toEqual(["6", "other than expected"]);
    expect(await faultOf(early)).toEqual(["3", "no longer kept"]);
  });

  test("fits the place behind which it begins", async () => {
    const written = await head();
    await asOwner("DELETE FROM audit_event");
    await asOwner("UPDATE audit_chain SET anchor_seq = head_seq, anchor_hash = head_hash");
    await happens();
    expect(await faultOf(written)).toBeNull();
  });

  test.each(["web", "worker"] as const)(
    "gives the %s role no say in when an event was, and where it stands",
    async (role) => {
      for (const column of ["at", "seq", "prev_hash", "hash"]) {
        const value = { at: "now()", seq: "1", prev_hash: "'\\x00'", hash: "'\\x00'" }[column];
        const sql = `INSERT INTO audit_event (id, kind, ${column}) VALUES (gen_random_uuid(), 'login.ended', ${value})`;
        await expect(rowsAs(role, sql)).rejects.toMatchObject({ code: "42501" });
      }
      await expect(rowsAs(role, "UPDATE audit_chain SET head_seq = 0")).rejects.toMatchObject({ code: "42501" });
      await expect(rowsAs(role, "SELECT chain_audit_event()")).rejects.toMatchObject({ code: "42501" });
    },
  );

  test("forgets from the front what is older than a year and asked for, and holds still", async () => {
    await rowsAs("worker", "SELECT forget_audit_before(now())");
    expect(await verdict()).toMatchObject({ events: 6, finding: null });
    await asOwner("ALTER TABLE audit_event DISABLE TRIGGER audit_event_chained");
    await asOwner("UPDATE audit_event SET at = now() - interval '2 years' WHERE seq <= 3");
    await asOwner("ALTER TABLE audit_event ENABLE TRIGGER audit_event_chained");
    expect(await faultOf()).toEqual(["1", "changed"]);
    expect(await rowsAs("worker", "SELECT forget_audit_before(now()) AS gone")).toEqual([{ gone: "3" }]);
    expect(await verdict()).toMatchObject({ events: 3, finding: null });
    await expect(rowsAs("web", "SELECT forget_audit_before(now())")).rejects.toMatchObject({ code: "42501" });
    expect(await ownerDatabase().auditEvent.count()).toBe(3);
  });
});

import { describe, expect, inject, test } from "vitest";
import { healthOf } from "#server/health/queries";
import { followKeyring } from "#server/vault/keyring";
import { startHeartbeat } from "#server/worker/heartbeat";
import { asWorker, ownerDatabase, rowsAs } from "../support/roles.ts";

const beats = () => ownerDatabase().workerHeartbeat.count();

describe("health", () => {
  test("without a worker says that the worker is missing", async () => {
    expect(await healthOf(new Date())).toEqual({ web: "up", database: "up", worker: "down" });
  });

  test("with a worker that beats is up, and down again once it has stopped", async () => {
    const stop = await asWorker(async () => startHeartbeat(await followKeyring(inject("cluster").keyringFile)));
    expect(await healthOf(new Date())).toEqual({ web: "up", database: "up", worker: "up" });
    await asWorker(stop);
    expect((await healthOf(new Date())).worker).toBe("down");
    expect(await beats()).toBe(0);
  });

  test("counts a worker that has been silent for fifteen seconds as gone", async () => {
    const stop = await asWorker(async () => startHeartbeat(await followKeyring(inject("cluster").keyringFile)));
    expect((await healthOf(new Date(Date.now() + 14_000))).worker).toBe("up");
    expect((await healthOf(new Date(Date.now() + 16_000))).worker).toBe("down");
    await asWorker(stop);
  });

  test("of a database that refuses says so, and does not throw", async () => {
    await rowsAs("owner", "REVOKE SELECT ON worker_heartbeat FROM rozruch_web");
    expect(await healthOf(new Date())).toEqual({ web: "up", database: "down", worker: "down" });
    await rowsAs("owner", "GRANT SELECT ON worker_heartbeat TO rozruch_web");
  });

  test("of a database that does not answer says so within three seconds", async () => {
    const lock = ownerDatabase().$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE worker_heartbeat IN ACCESS EXCLUSIVE MODE`;
      const began = performance.now();
      expect((await healthOf(new Date())).database).toBe("down");
      expect(performance.now() - began).toBeLessThan(3_000);
    });
    await lock;
  });
});

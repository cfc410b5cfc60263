import { mkdtempSync, openSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Child, startChild } from "../../scripts/processes/child.ts";
import { untilListening } from "../../scripts/processes/health.ts";
import { freePorts } from "../../scripts/processes/ports.ts";
import { mailboxProgram } from "../../scripts/processes/programs.ts";

let child: Child;
let port = 0;

beforeAll(async () => {
  const [mailbox = 0, smtp = 0] = await freePorts(2);
  port = mailbox;
  const folder = mkdtempSync(join(tmpdir(), "rozruch-mailbox-"));
  child = startChild(mailboxProgram({ mailbox, smtp }, folder), openSync(join(folder, "log"), "w"));
  await untilListening("The mailbox", "127.0.0.1", mailbox, 60_000);
}, 70_000);
afterAll(() => child?.stop());

/** Not `fetch`, which would not let a test say which host it means. */
const statusOf = (headers: Record<string, string>, method = "GET"): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const path = "/api/email";
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject).end();
  });

test("the demo's mailbox is read by its own pages and by programs of this machine", async () => {
  const host = `127.0.0.1:${port}`;
  expect(await statusOf({ host })).toBe(200);
  expect(await statusOf({ host, origin: `http://${host}` })).toBe(200);
  expect(await statusOf({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
});

test("the demo's mailbox is neither read nor emptied by the page of another site, under whatever name", async () => {
  const host = `127.0.0.1:${port}`;
  for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1", `https://${host}`])
    for (const method of ["GET", "DELETE", "OPTIONS"]) expect(await statusOf({ host, origin }, method)).toBe(403);
  expect(await statusOf({ host: `evil.example:${port}`, origin: `http://evil.example:${port}` })).toBe(403);
});

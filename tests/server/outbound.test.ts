import { createServer, type Server } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { fetch } from "undici";
import { afterEach, describe, expect, test } from "vitest";
import { lookupWithin, PrivateAddressError } from "#server/provider/address";
import { OPENAI } from "#server/provider/openai/openai";
import { outboundDispatcher } from "#server/provider/outbound";
import { systemCodeOf } from "#server/provider/system-code";
import { Secret } from "#server/vault/secret";
import { aStudent } from "../support/cast.ts";
import { aHostileProvider } from "../support/hostile-provider.ts";
import { aKey, liveTestOf, paste } from "../support/keys.ts";
import { run } from "../support/runs.ts";
import { startWorker } from "../support/worker.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** What each socket of this process says, whoever opened it, with the port that it says it to. */
const said: { port: number | undefined; text: string }[] = [];
const write = Socket.prototype.write as (...words: unknown[]) => boolean;
Socket.prototype.write = function (this: Socket, chunk: unknown, ...rest: unknown[]) {
  said.push({ port: this.remotePort, text: Buffer.from(chunk as Buffer).toString("latin1") });
  return write.call(this, chunk, ...rest);
} as typeof Socket.prototype.write;

const provider = aHostileProvider();
const [keyProbe] = OPENAI.checks.flatMap((check) => ("ask" in check ? [check] : []));
const ask = (key = aKey(), signal = new AbortController().signal) =>
  keyProbe?.ask(new Secret(Buffer.from(key)), signal);

const servers: Server[] = [];
async function aBystander(): Promise<{ port: number; readonly calls: number }> {
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    response.end("{}");
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get calls() {
      return calls;
    },
  };
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

describe("T17: a worker", () => {
  test.each([
    ["another host", { APP_MODE: "production", OPENAI_BASE_URL: "https://evil.example/v1" }, "OPENAI_BASE_URL"],
    ["this machine", { APP_MODE: "production", OPENAI_BASE_URL: "http://127.0.0.1:4010/v1" }, "OPENAI_BASE_URL"],
    ["another of Google's hosts", { GOOGLE_BASE_URL: "https://storage.googleapis.com" }, "GOOGLE_BASE_URL"],
    ["no proof of who answers", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "NODE_TLS_REJECT_UNAUTHORIZED"],
  ])(
    "that is told to trust %s ends at once and says which setting it is, without its value",
    async (_, wrong, name) => {
      const said = await startWorker(wrong).started.catch(String);
      expect(said).toContain(name);
      expect(said).not.toMatch(/\n\s+at |evil\.example|4010|storage/);
    },
  );
});

describe("T18: a redirect", () => {
  test.each([301, 302, 303, 307, 308])("%i is not followed: the second server sees nothing", async (status) => {
    const bystander = await aBystander();
    const location = `http://127.0.0.1:${bystander.port}/v1/models`;
    provider.answer = (_, response) => void response.writeHead(status, { location }).end();
    expect((await ask())?.reply.kind).toBe("network");
    expect([bystander.calls, provider.seen.length]).toEqual([0, 1]);
  });
});

describe("T19: a name", () => {
  /** Answers with the next address at each look. */
  const resolverOf = (...answers: readonly string[]) => {
    const left = [...answers];
    return lookupWithin("internet", (_, options, callback) => {
      const address = left.shift() ?? "";
      if (options.all) callback(null, [{ address }]);
      else callback(null, address, 4);
    });
  };

  test("that is public when it is looked at and this machine when it is called is refused at the call", async () => {
    const bystander = await aBystander();
    const lookup = resolverOf("93.184.216.34", "127.0.0.1");
    const first = await new Promise((resolve) => lookup("rebind.example", {}, (_, address) => resolve(address)));
    expect(first).toBe("93.184.216.34");
    const call = fetch(`http://rebind.example:${bystander.port}/`, {
      dispatcher: outboundDispatcher("internet", lookup),
    });
    expect(systemCodeOf(await call.catch((error: unknown) => error))).toBe("EPRIVATE");
    expect(bystander.calls).toBe(0);
  });

  test.each([
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "0.0.0.0",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "ff02::1",
  ])("that leads to %s is refused", async (address) => {
    const error = await new Promise((resolve) => resolverOf(address)("x.example", {}, resolve));
    expect(error).toBeInstanceOf(PrivateAddressError);
  });

  test("that leads to one public and one private address is refused whole", async () => {
    const lookup = lookupWithin("internet", (_, __, callback) =>
      callback(null, [{ address: "93.184.216.34" }, { address: "10.0.0.1" }]),
    );
    const error = await new Promise((resolve) => lookup("x.example", { all: true }, resolve));
    expect(error).toBeInstanceOf(PrivateAddressError);
  });

  test("that leads to the internet is called", async () => {
    const addresses = [{ address: "93.184.216.34" }, { address: "2606:2800:220:1::1" }];
    const lookup = lookupWithin("internet", (_, __, callback) => callback(null, addresses));
    const found = await new Promise((resolve) => lookup("x.example", { all: true }, (_, address) => resolve(address)));
    expect(found).toEqual(addresses);
  });

  test.each(["127.0.0.1", "[::1]", "10.0.0.1", "[::ffff:127.0.0.1]"])(
    "is not even needed: %s written out is refused too",
    async (host) => {
      const bystander = await aBystander();
      const call = fetch(`http://${host}:${bystander.port}/`, { dispatcher: outboundDispatcher("internet") });
      expect(systemCodeOf(await call.catch((error: unknown) => error))).toBe("EPRIVATE");
      expect(bystander.calls).toBe(0);
    },
  );
});

describe("T20: the key", () => {
  test("is said on sockets to the provider alone, of all that a test opens", async () => {
    const { student } = await aStudent();
    const key = aKey();
    provider.answer = (_, response) => void response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}');
    await paste(student, key);
    await run(await liveTestOf(student));
    const told = said.filter(({ text }) => /authorization: bearer/i.test(text) || text.includes(key.slice(10, 40)));
    const port = Number(new URL(provider.origin).port);
    expect([...new Set(told.map((words) => words.port))]).toEqual([port]);
    // The database's sockets are among those that were heard.
    expect(said.some(({ text }) => text.includes("access_test"))).toBe(true);
  });

  test("goes past every proxy that the environment names", async () => {
    const bystander = await aBystander();
    const proxy = `http://127.0.0.1:${bystander.port}`;
    const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];
    Object.assign(process.env, Object.fromEntries(names.map((name) => [name, proxy])), { NODE_USE_ENV_PROXY: "1" });
    provider.answer = (_, response) => void response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}');
    expect((await ask())?.reply.kind).toBe("success");
    expect(bystander.calls).toBe(0);
    for (const name of [...names, "NODE_USE_ENV_PROXY"]) delete process.env[name];
  });
});

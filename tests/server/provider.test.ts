import { describe, expect, test } from "vitest";
import { stepProvedBy } from "#domain/course/course";
import type { ProviderReply } from "#domain/diagnosis/reply";
import { moduleOf } from "#server/course/queries";
import { OPENAI } from "#server/provider/openai/openai";
import { Secret } from "#server/vault/secret";
import { aStudent } from "../support/cast.ts";
import { dump } from "../support/dump.ts";
import { aHostileProvider } from "../support/hostile-provider.ts";
import { aKey, liveTestOf, paste } from "../support/keys.ts";
import { tracesIn } from "../support/leftovers.ts";
import { ownerDatabase } from "../support/roles.ts";
import { run, testRow, verdictsOf } from "../support/runs.ts";

const provider = aHostileProvider();
const [keyProbe, creditsProbe, imageProbe] = OPENAI.checks.flatMap((check) => ("ask" in check ? [check] : []));
const JSON_TYPE = { "content-type": "application/json" };

async function replyTo(
  probe: typeof keyProbe,
  key = aKey(),
  signal = new AbortController().signal,
): Promise<ProviderReply | undefined> {
  return (await probe?.ask(new Secret(Buffer.from(key)), signal))?.reply;
}

/** Every call is answered with this status, type and body. */
function answerWith(
  body: string,
  { status = 200, headers = JSON_TYPE }: { status?: number; headers?: Record<string, string> } = {},
) {
  provider.answer = (_, response) => void response.writeHead(status, headers).end(body);
}

describe("an answer that is not the provider's", () => {
  test.each([
    ["a page", "<html></html>", { "content-type": "text/html" }],
    ["half a list", '{"object":"list","data":[', JSON_TYPE],
    ["a list of nothing", "{}", JSON_TYPE],
    ["a list that says it is none", '{"object":"error","data":[]}', JSON_TYPE],
  ])("%s with status 200 proves no key", async (_, body, headers) => {
    answerWith(body, { headers });
    expect(await replyTo(keyProbe)).toEqual({ kind: "gibberish", status: 200 });
  });

  test("null proves no key either", async () => {
    answerWith("null");
    expect(await replyTo(keyProbe)).not.toMatchObject({ kind: "success" });
  });

  test("a response of another shape proves no credits, and a text in place of a picture no access to images", async () => {
    answerWith('{"object":"list"}');
    expect(await replyTo(creditsProbe)).toMatchObject({ kind: "gibberish" });
    answerWith(JSON.stringify({ data: [{ b64_json: Buffer.from("<svg onload=alert(1)>").toString("base64") }] }));
    expect(await replyTo(imageProbe)).toMatchObject({ kind: "gibberish" });
  });

  test("that never ends is read up to a megabyte", async () => {
    let sent = 0;
    provider.answer = (_, response) => {
      response.writeHead(200, JSON_TYPE).write('{"data":[');
      const more = () => {
        while (!response.destroyed && response.write(" ".repeat(1 << 14))) sent += 1 << 14;
      };
      response.on("drain", more).on("error", () => undefined);
      more();
    };
    expect((await replyTo(keyProbe))?.kind).toMatch(/network|gibberish/);
    expect(sent).toBeLessThan(8 * 1024 * 1024);
  });

  test("that comes by the byte, or not at all, is waited for as long as the call's own patience", async () => {
    provider.answer = (_, response) => {
      response.writeHead(200, JSON_TYPE);
      const timer = setInterval(() => response.write(" "), 50);
      response.on("close", () => clearInterval(timer));
    };
    expect(await replyTo(keyProbe, aKey(), AbortSignal.timeout(400))).toEqual({ kind: "timeout" });
    provider.answer = () => undefined;
    expect(await replyTo(keyProbe, aKey(), AbortSignal.timeout(400))).toEqual({ kind: "timeout" });
  });

  test("whose head is larger than any is refused", async () => {
    provider.answer = (_, response) => void response.writeHead(200, { "x-a": "a".repeat(70_000) }).end("{}");
    expect((await replyTo(keyProbe))?.kind).toBe("network");
  });

  test("that breaks off is a fault of the network", async () => {
    provider.answer = (request) => request.socket.destroy();
    expect(await replyTo(keyProbe)).toMatchObject({ kind: "network" });
  });
});

/** What of a key could stand in an id. */
const lettersOf = (key: string): string => key.replace(/[^A-Za-z0-9]/g, "");

describe("T12: a provider that repeats the key", () => {
  test("in message, code, type, parameter, header and a second body leaves nothing of it in the database", async () => {
    const { student } = await aStudent();
    const key = aKey();
    provider.answer = (request, response) => {
      const echo = String(request.headers.authorization).slice("Bearer ".length);
      const error = {
        message: `Incorrect API key provided: ${echo}`,
        code: echo,
        type: echo,
        param: echo,
        more: { echo },
      };
      response
        .writeHead(401, { ...JSON_TYPE, "x-request-id": echo, "openai-organization": echo })
        .end(JSON.stringify({ error }));
    };
    await paste(student, key);
    const id = await liveTestOf(student);
    await run(id);
    expect(provider.seen).toHaveLength(1);
    expect((await verdictsOf(student))[1]).toMatch(/^failed/);
    const text = await dump();
    expect(tracesIn(text, key)).toEqual([]);
    expect((await testRow(id)).results[1]).toMatchObject({ httpStatus: 401, providerCode: null });
  });

  test.each([
    ["whole", (key: string) => key],
    [
      "as hexadecimal digits where an id is expected",
      (key: string) => `req_${Buffer.from(key).toString("hex").slice(0, 64)}`,
    ],
    ["as a piece that looks like an id", (key: string) => `org-${lettersOf(key).slice(10, 40)}`],
    ["in capitals", (key: string) => `proj_${lettersOf(key).slice(20, 40).toUpperCase()}`],
  ])("%s in the headers of a success leaves nothing of it either", async (_, dress) => {
    const { student } = await aStudent();
    const key = aKey();
    const echo = dress(key);
    const headers = { "x-request-id": echo, "openai-organization": echo, "openai-project": echo };
    provider.answer = (_, response) =>
      response.writeHead(200, { ...JSON_TYPE, ...headers }).end('{"object":"list","data":[]}');
    await paste(student, key);
    const id = await liveTestOf(student);
    await run(id);
    expect((await testRow(id)).results[1]).toMatchObject({ state: "passed", organization: null, project: null });
    const text = (await dump()).toLowerCase();
    for (const trace of [key, echo, lettersOf(key).slice(10, 40)]) expect(text).not.toContain(trace.toLowerCase());
  });

  test("keeps the ids of a provider that does not", async () => {
    const { student } = await aStudent();
    const headers = {
      "x-request-id": "req_0123456789abcdef",
      "openai-organization": "org-Ab12",
      "openai-project": "proj_x9z",
    };
    provider.answer = (_, response) =>
      response.writeHead(200, { ...JSON_TYPE, ...headers }).end('{"object":"list","data":[]}');
    await paste(student, aKey());
    const id = await liveTestOf(student);
    await run(id);
    const kept = { requestId: "req_0123456789abcdef", organization: "org-Ab12", project: "proj_x9z" };
    expect((await testRow(id)).results[1]).toMatchObject(kept);
  });
});

describe("a test that is cancelled in the middle of a call", () => {
  test("asks nothing more and keeps no verdict of that call", async () => {
    const { student } = await aStudent();
    await paste(student, aKey());
    const id = await liveTestOf(student);
    provider.answer = async (_, response) => {
      await ownerDatabase().accessTest.update({ where: { id }, data: { finishedAt: new Date(), ending: "cancelled" } });
      response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[]}');
    };
    await run(id);
    expect(provider.seen.map(({ url }) => url)).toEqual(["/v1/models"]);
    expect(await testRow(id)).toMatchObject({
      ending: "cancelled",
      results: [{ state: "passed" }, { state: "started" }],
    });
    const stepId = stepProvedBy(await moduleOf("pl"), "openai.key")?.id ?? "";
    expect(await ownerDatabase().stepProgress.count({ where: { userId: student.id, stepId } })).toBe(0);
  });
});

describe("a call", () => {
  test("carries the key in its header alone, and asks that nothing be kept", async () => {
    const bodies: string[] = [];
    provider.answer = async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(body);
      response.writeHead(200, JSON_TYPE).end('{"object":"response"}');
    };
    const key = aKey();
    await replyTo(creditsProbe, key);
    expect(provider.seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(`${provider.seen[0]?.url}${bodies[0]}`).not.toContain(key.slice(8, 20));
    expect(JSON.parse(bodies[0] ?? "{}")).toMatchObject({ store: false, max_output_tokens: 16 });
  });
});

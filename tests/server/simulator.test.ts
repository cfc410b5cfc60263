import OpenAI, { APIConnectionTimeoutError, APIError } from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKey } from "#domain/credential/key-reading";
import { diagnoseReply } from "#domain/diagnosis/diagnose-reply";
import { keyOf } from "../../scripts/simulator/keys.ts";
import { type Simulator, startSimulator } from "../../scripts/simulator/server.ts";
import type { SituationId } from "../../scripts/simulator/situations.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
});
afterAll(() => simulator.close());

const client = (apiKey: string, timeout = 5000) =>
  new OpenAI({ apiKey, baseURL: simulator.url, maxRetries: 0, timeout });
const as = (situation: SituationId) => client(simulator.keys[situation]);

const say = (openai: OpenAI) =>
  openai.responses.create({ model: "gpt-5-nano", input: "Napisz: gotowe", max_output_tokens: 16 });
const draw = (openai: OpenAI, parts: object = {}) =>
  openai.images.generate({
    model: "gpt-image-1",
    prompt: "a green button",
    size: "1024x1024",
    quality: "low",
    n: 1,
    output_format: "webp",
    ...parts,
  });

async function errorOf(call: Promise<unknown>): Promise<APIError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof APIError) return error;
  throw new Error("The call was not refused.", { cause: error });
}

async function causeOf(call: Promise<unknown>) {
  const { status = 0, code = null, type = null, message } = await errorOf(call);
  return diagnoseReply({ kind: "refusal", status, code, type: type ?? null, param: null, message, requestId: null })
    .cause;
}

describe("a good key", () => {
  test("lists the models, the image model among them", async () => {
    const models = await as("good").models.list();
    expect(models.data.map((model) => model.id)).toContain("gpt-image-1");
  });

  test("gets a response with text and usage", async () => {
    const response = await say(as("good"));
    expect(response).toMatchObject({ object: "response", status: "completed", output_text: "Gotowe!" });
    expect(response.usage?.total_tokens).toBeGreaterThan(0);
    expect(response._request_id).toMatch(/^req_/);
  });

  test.each([
    ["webp", "RIFF"],
    ["png", "\x89PNG"],
  ] as const)("gets a picture as %s", async (output_format, signature) => {
    const { data } = await draw(as("good"), { output_format });
    const bytes = Buffer.from(data?.[0]?.b64_json ?? "", "base64");
    expect(bytes.toString("latin1")).toMatch(signature);
    expect(bytes.length).toBeLessThan(40_000);
  });
});

describe("a situation", () => {
  test.each([
    ["no_credits", "quota_insufficient"],
    ["no_credits_2026", "quota_insufficient"],
    ["wrong", "key_invalid"],
    ["restricted", "key_restricted_scope"],
    ["wrong_organization", "org_mismatch"],
    ["rate_limited", "rate_limited"],
    ["region", "region_unsupported"],
    ["deactivated", "account_deactivated"],
    ["billing_hard_limit", "billing_hard_limit"],
    ["server_500", "server_error"],
    ["overloaded_503", "overloaded"],
  ] as const)("%s is diagnosed as %s", async (situation, cause) => {
    expect(await causeOf(say(as(situation)))).toBe(cause);
    expect(await causeOf(draw(as(situation)))).toBe(cause);
  });

  test("an organization that is not verified sees the model, may write, and may not draw", async () => {
    const openai = as("unverified");
    expect((await openai.models.list()).data.map((model) => model.id)).toContain("gpt-image-1");
    expect((await say(openai)).status).toBe("completed");
    expect((await errorOf(draw(openai))).status).toBe(403);
    expect(await causeOf(draw(openai))).toBe("org_unverified");
  });

  test("just verified and just paid, a key is let through at the third try, each key for itself", async () => {
    for (const owner of ["ania", "bartek"]) {
      const verified = client(keyOf("verified_not_yet", owner));
      expect([await causeOf(draw(verified)), await causeOf(draw(verified))]).toEqual([
        "org_unverified",
        "org_unverified",
      ]);
      expect((await draw(verified)).data).toHaveLength(1);

      const paid = client(keyOf("paid_not_yet", owner));
      expect([await causeOf(say(paid)), await causeOf(say(paid))]).toEqual([
        "quota_insufficient",
        "quota_insufficient",
      ]);
      expect((await say(paid)).status).toBe("completed");
    }
  });

  test("a rate limit says when to come back", async () => {
    const error = await errorOf(say(as("rate_limited")));
    expect(error.headers?.get("retry-after")).toBe("20");
  });

  test("a gateway answers with a page in place of the API", async () => {
    const answer = await fetch(`${simulator.url}/models`, { headers: bearer(simulator.keys.html) });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([502, "text/html"]);
  });

  test("a key that hangs and one that drips outlast the client's patience", async () => {
    const hangs = client(simulator.keys.hangs, 150).models.list();
    await expect(hangs).rejects.toBeInstanceOf(APIConnectionTimeoutError);
    const drips = await fetch(`${simulator.url}/models`, {
      headers: bearer(simulator.keys.drips),
      signal: AbortSignal.timeout(1_000),
    });
    await expect(drips.text()).rejects.toThrow();
  });
});

describe("a request that OpenAI would refuse", () => {
  test("without a key", async () => {
    const answer = await fetch(`${simulator.url}/models`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { code: null, message: expect.stringMatching(/^You didn.t provide an API key/) },
    });
  });

  test("with an unknown key, echoed with its middle masked", async () => {
    const error = await errorOf(client(`sk-proj-${"a".repeat(60)}wxyz`).models.list());
    expect(error).toMatchObject({ status: 401, code: "invalid_api_key" });
    expect(error.message).toMatch(/provided: sk-proj-\*+wxyz\./);
  });

  test("with too few tokens to answer in", async () => {
    const call = as("good").responses.create({ model: "gpt-5-nano", input: "x", max_output_tokens: 8 });
    expect(await errorOf(call)).toMatchObject({ status: 400, code: "integer_below_min_value" });
  });

  test.each([
    ["unknown_parameter", { response_format: "b64_json" }],
    ["invalid_value", { quality: "standard" }],
    ["invalid_value", { model: "dall-e-3" }],
    ["missing_required_parameter", { prompt: "" }],
  ])("%s, and that before verification is looked at", async (code, parts) => {
    expect(await errorOf(draw(as("unverified"), parts))).toMatchObject({ status: 400, code });
  });

  test("with a model that does not exist, or at no known address", async () => {
    const call = as("good").responses.create({ model: "gtp-5", input: "x" });
    expect(await errorOf(call)).toMatchObject({ status: 404, code: "model_not_found" });
    const answer = await fetch(`${simulator.url}/v1/models`, { headers: bearer(simulator.keys.good) });
    expect(answer.status).toBe(404);
  });
});

describe("the keys", () => {
  test("each reads as a project key", () => {
    for (const key of Object.values(simulator.keys)) {
      expect(readKey(key)).toMatchObject({ ok: true, kind: "project", cleaned: [] });
      expect(key.length).toBeGreaterThanOrEqual(100);
    }
  });

  test("none is among what the simulator remembers of its requests", () => {
    const seen = JSON.stringify(simulator.requests);
    expect(simulator.requests.length).toBeGreaterThan(20);
    for (const key of Object.values(simulator.keys)) expect(seen).not.toContain(key);
  });
});

function bearer(key: string) {
  return { authorization: `Bearer ${key}` };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { testAccessLater } from "#server/access-test/commands";
import { aStudent } from "../support/cast.ts";
import { endTests, liveTestOf, pasteFor } from "../support/keys.ts";
import { aProvider } from "../support/provider.ts";
import { run } from "../support/runs.ts";

type Sent = { readonly call: string; readonly body: string };

const { requests: PUBLISHED } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../data/openai-requests.schema.json"), "utf8"),
) as { requests: Record<string, object> };
const validator = new Ajv2020({ allErrors: true, allowUnionTypes: true });

/** What the published shape of a call has against a body; nothing where it fits. */
function faultsOf(call: string, body: unknown): string[] {
  const shape = PUBLISHED[call];
  if (!shape) return [`${call} is not a call that the description has a body for`];
  const fits = validator.compile(shape);
  return fits(body) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("every request of a whole test", () => {
  const provider = aProvider();
  let sent: readonly Sent[] = [];

  beforeAll(async () => {
    const { student } = await aStudent();
    await pasteFor(student, "good");
    await endTests(student);
    await testAccessLater(student, { imageConsent: true });
    await run(await liveTestOf(student));
    sent = provider.simulator.requests.map(({ method, path, body }) => ({ call: `${method} ${path}`, body }));
  });

  test("is one of the three calls, in their order", () => {
    expect(sent.map(({ call }) => call)).toEqual([
      "GET /v1/models",
      "POST /v1/responses",
      "POST /v1/images/generations",
    ]);
  });

  test("fits what OpenAI publishes about it", () => {
    for (const { call, body } of sent) {
      if (call.startsWith("GET")) expect(body).toBe("");
      else expect(faultsOf(call, JSON.parse(body))).toEqual([]);
    }
  });
});

describe("the published shapes", () => {
  const picture = { model: "gpt-image-1", prompt: "A hill" };

  test.each([
    ["fewer output tokens than the least", "POST /v1/responses", { model: "m", input: "Hi", max_output_tokens: 15 }],
    ["no model", "POST /v1/responses", { input: "Hi" }],
    ["an unknown field", "POST /v1/responses", { model: "m", input: "Hi", max_tokens: 16 }],
    ["a quality of the older models", "POST /v1/images/generations", { ...picture, quality: "standard" }],
    ["a wish for an address", "POST /v1/images/generations", { ...picture, response_format: "b64_json" }],
    ["no picture at all", "POST /v1/images/generations", { ...picture, n: 0 }],
  ])("refuse %s", (_, call, body) => {
    expect(faultsOf(call, body)).not.toEqual([]);
  });
});

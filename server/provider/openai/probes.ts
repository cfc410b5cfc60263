import "server-only";
import type OpenAI from "openai";
import type { CheckName } from "#domain/check/check";
import type { ProviderReply } from "#domain/diagnosis/reply";
import { workerEnvironment } from "../../environment.ts";
import type { Secret } from "../../vault/secret.ts";
import type { Answer, Probe } from "../check.ts";
import { clientFor } from "./client.ts";
import { imageTypeOf } from "./picture.ts";
import { replyOfError } from "./reply.ts";

const SECOND_MS = 1_000;
/** The API's least. Reasoning may use it up, and the answer is a success all the same. */
const FEWEST_OUTPUT_TOKENS = 16;
/** List prices: a low-quality square picture, and 16 tokens of the cheapest model rounded up. */
const PICTURE_MICRO_USD = 11_000;
const ANSWER_MICRO_USD = 10;

type Call = (
  client: OpenAI,
  signal: AbortSignal,
) => Promise<Omit<Answer, "reply"> & { reply?: ProviderReply; requestId: string | null }>;

function probe(check: CheckName, patienceMs: number, call: Call): Probe {
  const ask = async (key: Secret, cancelled: AbortSignal): Promise<Answer> => {
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(patienceMs)]);
    try {
      const { requestId, ...answer } = await call(clientFor(key), signal);
      return { reply: { kind: "success", status: 200, requestId }, ...answer };
    } catch (error) {
      return { reply: replyOfError(error, signal) };
    }
  };
  return { check, ask };
}

/** Free. A list proves the key, and so does being told that a scope is missing. */
const key = probe("openai.key", 15 * SECOND_MS, async (client, signal) => {
  const { data, request_id } = await client.models.list({ signal }).withResponse();
  // The SDK makes an empty list of any body whatever, a gateway's page among them; what the body calls itself it leaves alone.
  if (data.object !== "list") return { requestId: request_id, reply: { kind: "gibberish", status: 200 } };
  return { requestId: request_id };
});

/** The cheapest call there is; nothing cheaper shows whether there is money. */
const credits = probe("openai.credits", 45 * SECOND_MS, async (client, signal) => {
  const question = {
    model: workerEnvironment().TEXT_MODEL,
    input: "Reply with one word: ready",
    max_output_tokens: FEWEST_OUTPUT_TOKENS,
  };
  const { data, request_id } = await client.responses.create({ ...question, store: false }, { signal }).withResponse();
  if (data?.object !== "response") return { requestId: request_id, reply: { kind: "gibberish", status: 200 } };
  return { requestId: request_id, costMicroUsd: ANSWER_MICRO_USD };
});

/** A real picture: the only thing that shows whether the organization is verified. */
const image = probe("openai.image", 240 * SECOND_MS, async (client, signal) => {
  const wish = {
    model: workerEnvironment().IMAGE_MODEL,
    prompt: "A calm flat illustration of a sunrise over green hills, warm paper background",
    quality: "low",
    size: "1024x1024",
    output_format: "webp",
    n: 1,
  } as const;
  const { data, request_id } = await client.images.generate(wish, { signal }).withResponse();
  const bytes = new Uint8Array(Buffer.from(data?.data?.[0]?.b64_json ?? "", "base64"));
  const mediaType = imageTypeOf(bytes);
  if (!mediaType)
    return { requestId: request_id, reply: { kind: "gibberish", status: 200 }, costMicroUsd: PICTURE_MICRO_USD };
  return { requestId: request_id, costMicroUsd: PICTURE_MICRO_USD, picture: { mediaType, bytes } };
});

/** In the order of `CHECKS`. */
export const OPENAI_PROBES: readonly Probe[] = [key, credits, { ...image, needsConsent: true }];

import "server-only";
import type OpenAI from "openai";
import { priceOf } from "../../course/prices.ts";
import type { Probe } from "../check.ts";
import { asking } from "./asking.ts";
import { imageTypeOf } from "./picture.ts";

const WISH = {
  prompt: "A calm flat illustration of a sunrise over green hills, warm paper background",
  quality: "low",
  size: "1024x1024",
  output_format: "webp",
  n: 1,
} as const;

/** A picture of 1024 × 1024 in base64 stays well under this. */
const LARGEST_PICTURE_BYTES = 12 * 1024 * 1024;

/** A real picture: the only thing that shows whether the organization is verified. */
export const image: Probe = {
  name: "openai.image",
  needsConsent: true,
  patienceMs: 240_000,
  ask: asking(generate, { largestBodyBytes: LARGEST_PICTURE_BYTES }),
};

async function generate(client: OpenAI, signal: AbortSignal) {
  const { model, microUsd: costMicroUsd } = await priceOf("openai.image");
  const { data, response } = await client.images.generate({ model, ...WISH }, { signal }).withResponse();
  const bytes = new Uint8Array(Buffer.from(data?.data?.[0]?.b64_json ?? "", "base64"));
  const mediaType = imageTypeOf(bytes);
  return {
    response,
    isGenuine: mediaType !== null,
    costMicroUsd,
    ...(mediaType && { picture: { mediaType, bytes } }),
  };
}

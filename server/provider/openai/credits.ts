import "server-only";
import { priceOf } from "../../course/prices.ts";
import type { Probe } from "../check.ts";
import { asking } from "./asking.ts";

/** The API's least. Reasoning may use it up, and the answer is a success all the same. */
const FEWEST_OUTPUT_TOKENS = 16;

/** The cheapest call there is; nothing cheaper shows whether there is money. */
export const credits: Probe = {
  name: "openai.credits",
  patienceMs: 45_000,
  ask: asking(async (client, signal) => {
    const { model, microUsd } = await priceOf("openai.credits");
    const question = { model, input: "Reply with one word: ready", max_output_tokens: FEWEST_OUTPUT_TOKENS };
    const { data, response } = await client.responses.create({ ...question, store: false }, { signal }).withResponse();
    const isGenuine = data?.object === "response";
    return { response, isGenuine, costMicroUsd: isGenuine ? microUsd : 0 };
  }),
};

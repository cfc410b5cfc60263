import "server-only";
import type { Probe } from "../check.ts";
import { asking } from "./asking.ts";

/** Free. A list proves the key, and so does being told that a scope is missing. */
export const key: Probe = {
  name: "openai.key",
  patienceMs: 15_000,
  ask: asking(async (client, signal) => {
    const { data, response } = await client.models.list({ signal }).withResponse();
    return { response, isGenuine: data.object === "list" };
  }),
};

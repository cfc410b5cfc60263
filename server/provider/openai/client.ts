import "server-only";
import OpenAI from "openai";
import { workerEnvironment } from "../../environment.ts";
import type { Secret } from "../../vault/secret.ts";
import { fetchWith } from "../outbound.ts";

/** The SDK wants a key. It gets none: the true one is put on the request where its destination is known. */
const NO_KEY = "put-on-at-the-door";

/** A client for one call; it is dropped with the key. */
export function clientFor(key: Secret, largestBodyBytes?: number): OpenAI {
  const baseURL = workerEnvironment().OPENAI_BASE_URL;
  const fetch = fetchWith(key, {
    origin: new URL(baseURL).origin,
    header: (text) => ["authorization", `Bearer ${text}`],
    ...(largestBodyBytes === undefined ? {} : { largestBodyBytes }),
  });
  return new OpenAI({
    apiKey: NO_KEY,
    baseURL,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: "off",
    fetch,
  });
}

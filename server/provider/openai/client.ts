import "server-only";
import OpenAI from "openai";
import { workerEnvironment } from "../../environment.ts";
import type { Secret } from "../../vault/secret.ts";
import { guardedFetch } from "../outbound.ts";

/** A client for one call; it is dropped with the key. */
export function clientFor(key: Secret): OpenAI {
  const baseURL = workerEnvironment().OPENAI_BASE_URL;
  return key.use(
    (apiKey) =>
      new OpenAI({
        apiKey,
        baseURL,
        organization: null,
        project: null,
        maxRetries: 0,
        logLevel: "off",
        fetch: guardedFetch(new URL(baseURL).origin),
      }),
  );
}

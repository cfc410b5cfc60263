import "server-only";
import OpenAI from "openai";
import { PriceError } from "../../course/prices.ts";
import type { Secret } from "../../vault/secret.ts";
import type { Answer } from "../check.ts";
import { clientFor } from "./client.ts";
import { ownerOf, replyOfError } from "./reply.ts";

/** `isGenuine`: the body is of the shape that the API gives. The SDK takes any body whatever, a gateway's page among them. */
type Heard = Omit<Answer, "reply" | "owner"> & { readonly response: Response; readonly isGenuine: boolean };

/** Makes a call of the SDK into one that gives a value in every case. */
export function asking(
  call: (client: OpenAI, signal: AbortSignal) => Promise<Heard>,
  limits: { readonly largestBodyBytes?: number } = {},
) {
  return async (key: Secret, signal: AbortSignal): Promise<Answer> => {
    try {
      const { response, isGenuine, ...answer } = await call(clientFor(key, limits.largestBodyBytes), signal);
      const { status, headers } = response;
      const requestId = headers.get("x-request-id");
      const reply = isGenuine
        ? ({ kind: "success", status, requestId } as const)
        : ({ kind: "gibberish", status } as const);
      return { ...answer, reply, owner: ownerOf(headers) };
    } catch (error) {
      // The portal's own content is broken: that says nothing of the provider.
      if (error instanceof PriceError) throw error;
      const headers = error instanceof OpenAI.APIError ? error.headers : undefined;
      return { reply: replyOfError(error, signal), owner: ownerOf(headers) };
    }
  };
}

import "server-only";

/** A picture of 1024 × 1024 in base64 stays well under this. */
const LARGEST_BODY_BYTES = 12 * 1024 * 1024;

/** The answer was larger than any that an API gives, so it is not the API's. */
export class TooLargeError extends Error {}

/** Goes nowhere but to one origin, follows no redirect, and reads no more than an answer can hold. */
export const guardedFetch =
  (origin: string): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new Error("A key is sent to its provider alone.");
    const response = await fetch(input, { ...init, redirect: "error" });
    return new Response(response.body?.pipeThrough(capped()) ?? null, response);
  };

function capped(): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > LARGEST_BODY_BYTES) controller.error(new TooLargeError());
      else controller.enqueue(chunk);
    },
  });
}

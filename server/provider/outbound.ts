import "server-only";
import { Agent, buildConnector, type Dispatcher, fetch, type RequestInit } from "undici";
import type { Secret } from "../vault/secret.ts";
import { isWithin, lookupWithin, PrivateAddressError, type Reach } from "./address.ts";

/** More than any answer that is words alone. */
const LARGEST_BODY_BYTES = 1024 * 1024;
const CONNECT_MS = 10_000;
/** A picture is minutes in the making; each probe ends its own call sooner. */
const SILENCE_MS = 300_000;

/** The answer was larger than any that an API gives, so it is not the API's. */
export class TooLargeError extends Error {}

/** Where a key may go, and how it is shown there. */
export type Destination = {
  readonly origin: string;
  readonly header: (key: string) => readonly [name: string, value: string];
  readonly largestBodyBytes?: number;
};

/**
 * A `fetch` for one provider. The key is put on a request only when its origin has been compared, redirects are errors,
 * no proxy is asked, the address behind the name is looked at for each connection, and no more is read than an answer
 * can hold.
 */
export function fetchWith(key: Secret, { origin, header, largestBodyBytes }: Destination): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) throw new Error("A key is sent to its provider alone.");
    const headers = new Headers(init?.headers);
    key.use((text) => headers.set(...header(text)));
    const { method = "GET", body: wish, signal } = init ?? {};
    const {
      body,
      status,
      statusText,
      headers: answered,
    } = await fetch(url, {
      ...({ method, body: wish ?? null, signal: signal ?? null } as RequestInit),
      headers: [...headers],
      redirect: "error",
      dispatcher: dispatcherFor(url),
    });
    const capped = (body as ReadableStream<Uint8Array> | null)?.pipeThrough(
      cap(largestBodyBytes ?? LARGEST_BODY_BYTES),
    );
    return new Response(capped ?? null, { status, statusText, headers: [...answered] });
  };
}

function cap(largest: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > largest) controller.error(new TooLargeError());
      else controller.enqueue(chunk);
    },
  });
}

const dispatchers = new Map<Reach, Dispatcher>();

/** The settings allow plain HTTP for a provider that is simulated on this machine, and for no other. */
function dispatcherFor({ protocol }: URL): Dispatcher {
  const reach = protocol === "https:" ? "internet" : "loopback";
  const present = dispatchers.get(reach) ?? outboundDispatcher(reach);
  dispatchers.set(reach, present);
  return present;
}

/** Not undici's proxy-aware one: whatever the environment says of proxies, calls go straight to the provider. */
export function outboundDispatcher(reach: Reach, lookup = lookupWithin(reach)): Dispatcher {
  const connect = buildConnector({ lookup, timeout: CONNECT_MS, minVersion: "TLSv1.2", rejectUnauthorized: true });
  return new Agent({
    connect: (options, callback) => {
      // A literal address is never looked up.
      const host = options.hostname.replace(/^\[|\]$/g, "");
      const isLiteral = /^[\d.]+$|:/.test(host);
      if (isLiteral && !isWithin(reach, host)) return callback(new PrivateAddressError(), null);
      connect(options, callback);
    },
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
  });
}

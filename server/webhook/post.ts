import "server-only";
import { type Dispatcher, request } from "undici";
import { redact } from "#domain/redaction/redact";
import { mayCallLoopback } from "../environment.ts";
import { withoutSecretsInUse } from "../log/secrets-in-use.ts";
import type { Reach } from "../provider/address.ts";
import { outboundDispatcher } from "../provider/outbound.ts";
import { systemCodeOf } from "../provider/system-code.ts";

const PATIENCE_MS = 10_000;
/** Of an answer so much is kept, for whoever has to find out why it is no yes. */
const KEPT = 1_024;

export type Posted = {
  readonly statusCode: number | null;
  readonly durationMs: number;
  /** Why there was no answer, such as ECONNREFUSED. */
  readonly fault: string | null;
  readonly answer: string | null;
  /** The header of that name, as it came. */
  readonly retryAfter: string | null;
};

type Parcel = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/**
 * Posts once. No redirect is followed, no proxy asked, and the address behind the name is looked at for each connection:
 * nothing of our own network is reached.
 */
export async function post({ url, headers, body }: Parcel, dispatcher = dispatcherFor(url)): Promise<Posted> {
  const begun = performance.now();
  const took = () => Math.round(performance.now() - begun);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answered = await request(url, { method: "POST", headers: { ...headers }, body, dispatcher, signal });
    const answer = await beginningOf(answered.body);
    const retryAfter = [answered.headers["retry-after"]].flat()[0] ?? null;
    return { statusCode: answered.statusCode, durationMs: took(), fault: null, answer, retryAfter };
  } catch (error) {
    return { statusCode: null, durationMs: took(), fault: faultOf(error, signal), answer: null, retryAfter: null };
  }
}

const faultOf = (error: unknown, signal: AbortSignal): string =>
  signal.aborted ? "ETIMEDOUT" : (systemCodeOf(error) ?? "EFAILED");

async function beginningOf(body: Dispatcher.ResponseData["body"]): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    // Leaving the loop closes the connection: the rest is not even read.
    if (length >= KEPT) break;
  }
  const text = Buffer.concat(parts).subarray(0, KEPT).toString("utf8").replaceAll("\0", "").trim();
  return text === "" ? null : redact(withoutSecretsInUse(text)).slice(0, KEPT);
}

const dispatchers = new Map<Reach, Dispatcher>();

/** Connections of its own: none that was opened for a provider is used again for somebody's endpoint. */
function dispatcherFor(url: string): Dispatcher {
  const reach = mayCallLoopback() && url.startsWith("http:") ? "loopback" : "internet";
  const present = dispatchers.get(reach) ?? outboundDispatcher(reach);
  dispatchers.set(reach, present);
  return present;
}

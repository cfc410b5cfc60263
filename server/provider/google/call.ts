import "server-only";
import type { ProviderReply } from "#domain/diagnosis/reply";
import { workerEnvironment } from "../../environment.ts";
import type { Secret } from "../../vault/secret.ts";
import { fetchWith, TooLargeError } from "../outbound.ts";
import { systemCodeOf } from "../system-code.ts";
import { refusalIn } from "./refusal.ts";

/** What one call gave: a success with its parsed body, or a reply that is none. */
type Called = { readonly reply: ProviderReply; readonly body: unknown };

/** One call of Google's REST API. The key goes in a header, never in the address, which others may log. */
export async function call(key: Secret, path: string, signal: AbortSignal, body?: object): Promise<Called> {
  const base = workerEnvironment().GOOGLE_BASE_URL;
  const send = fetchWith(key, { origin: new URL(base).origin, header: (text) => ["x-goog-api-key", text] });
  try {
    const response = await send(`${base}/v1beta/${path}`, {
      method: body ? "POST" : "GET",
      ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
      signal,
    });
    return judged(response.status, await response.text());
  } catch (error) {
    return { reply: failureOf(error, signal), body: null };
  }
}

function judged(status: number, text: string): Called {
  const body = parsed(text);
  if (status >= 200 && status < 300 && body !== null) {
    return { reply: { kind: "success", status, requestId: null }, body };
  }
  return { reply: refusalIn(body, status) ?? { kind: "gibberish", status }, body: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failureOf(error: unknown, signal: AbortSignal): ProviderReply {
  if (signal.aborted) return { kind: "timeout" };
  if (error instanceof TooLargeError) return { kind: "gibberish", status: 200 };
  return { kind: "network", code: systemCodeOf(error) };
}

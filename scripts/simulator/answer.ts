import { situationOf } from "./keys.ts";
import { type Body, flawOf } from "./parameters.ts";
import { NO_KEY, type Refusal, refusal, wrongKey } from "./refusal.ts";
import type { Endpoint, Mishap } from "./situations.ts";
import { SUCCESS } from "./success.ts";

/** What the server then puts on the wire: at once, never, byte by byte, or as a gateway's page. */
export type Answer =
  | Refusal
  | { readonly kind: "success"; readonly body: object }
  /** Another provider's refusal, whole. */
  | { readonly kind: "other"; readonly status: number; readonly body: object }
  | { readonly kind: "hangs" | "html" | "cut" }
  | { readonly kind: "drips"; readonly body: object };

/** How often each key has asked each endpoint since the start. */
export type Counts = Map<string, number>;

/** In OpenAI's order: who asks, where from, whether the request is well formed, and only then money and verification. */
export function answerTo(endpoint: Endpoint, key: string | null, text: string, counts: Counts): Answer {
  if (!key) return NO_KEY;
  const situation = situationOf(key);
  if (!situation) return wrongKey(key);

  const body = endpoint === "models" ? {} : parse(text);
  const success = (): Answer => ({ kind: "success", body: SUCCESS[endpoint](body ?? {}) });
  if (situation.always) return mishap(situation.always, key, endpoint, counts, success);
  if (!body) return UNREADABLE;

  const flaw = flawOf(endpoint, body);
  if (flaw) return flaw;
  const trouble = situation[endpoint];
  return trouble ? mishap(trouble, key, endpoint, counts, success) : success();
}

function mishap(trouble: Mishap, key: string, endpoint: Endpoint, counts: Counts, success: () => Answer): Answer {
  switch (trouble.kind) {
    case "wrong_key":
      return wrongKey(key);
    case "at_first":
      return count(counts, `${endpoint} ${key}`) <= trouble.requests ? trouble.refusal : success();
    case "drips":
      return { kind: "drips", body: SUCCESS.models({}) };
    case "refusal":
      return trouble;
    default:
      return { kind: trouble.kind };
  }
}

function count(counts: Counts, name: string): number {
  const next = (counts.get(name) ?? 0) + 1;
  counts.set(name, next);
  return next;
}

const UNREADABLE = refusal(
  400,
  "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)",
);

function parse(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Body) : null;
  } catch {
    return null;
  }
}

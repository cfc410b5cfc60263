import "server-only";
import OpenAI from "openai";
import type { ProviderReply } from "#domain/diagnosis/reply";

/** Turns whatever the SDK threw into a value that the rules can judge. Our own bugs are thrown on. */
export function replyOfError(error: unknown, signal: AbortSignal): ProviderReply {
  if (signal.aborted || error instanceof OpenAI.APIConnectionTimeoutError) return { kind: "timeout" };
  if (error instanceof OpenAI.APIConnectionError) return { kind: "network", code: systemCodeOf(error) };
  if (error instanceof OpenAI.APIError && typeof error.status === "number") return refusalOf(error, error.status);
  // The SDK reads a body that is no JSON, breaks off or is too large with errors of the platform.
  if (error instanceof SyntaxError) return { kind: "gibberish", status: 200 };
  return { kind: "network", code: systemCodeOf(error) };
}

function refusalOf(error: InstanceType<typeof OpenAI.APIError>, status: number): ProviderReply {
  const body = error.error as { message?: unknown; type?: unknown; code?: unknown; param?: unknown } | undefined;
  if (!body || typeof body !== "object" || typeof body.message !== "string") return { kind: "gibberish", status };
  return {
    kind: "refusal",
    status,
    code: textOf(body.code),
    type: textOf(body.type),
    param: textOf(body.param),
    message: body.message,
    requestId: error.requestID ?? null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The innermost system code, such as ENOTFOUND; fetch wraps it once or twice. */
function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const inner = systemCodeOf(error.cause);
  if (inner) return inner;
  return "code" in error && typeof error.code === "string" ? error.code : null;
}

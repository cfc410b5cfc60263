import "server-only";
import OpenAI from "openai";
import type { ProviderReply } from "#domain/diagnosis/reply";
import type { Answer } from "../check.ts";
import { systemCodeOf } from "../system-code.ts";

/** Turns whatever the SDK threw into a value that the rules can judge. */
export function replyOfError(error: unknown, signal: AbortSignal): ProviderReply {
  if (signal.aborted || error instanceof OpenAI.APIConnectionTimeoutError) return { kind: "timeout" };
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

/** Ids alone: what else might stand in these headers is not kept. */
const ORGANIZATION = /^org-[A-Za-z0-9]{3,40}$/;
const PROJECT = /^proj_[A-Za-z0-9]{3,40}$/;

/** Old accounts have a name in place of an id there, which says nothing that a person could compare. */
export function ownerOf(headers: Headers | undefined): NonNullable<Answer["owner"]> {
  const idIn = (name: string, id: RegExp) => id.exec(headers?.get(name) ?? "")?.[0] ?? null;
  return { organization: idIn("openai-organization", ORGANIZATION), project: idIn("openai-project", PROJECT) };
}

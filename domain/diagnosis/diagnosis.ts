import type { CauseId } from "../cause/cause.ts";
import type { ProviderReply } from "./reply.ts";
import { RULES, type Rule } from "./rules.ts";

export type Failure = Exclude<ProviderReply, { kind: "success" }>;
type Refusal = Extract<ProviderReply, { kind: "refusal" }>;

/** Why the provider said no. A refusal that no rule knows is `unknown`, never a guess. */
export function diagnose(reply: Failure): CauseId {
  switch (reply.kind) {
    case "timeout":
      return "timeout";
    case "network":
      return /TIMEDOUT|TIMEOUT/.test(reply.code ?? "") ? "timeout" : "network_error";
    case "gibberish":
      return "gateway_error";
    case "refusal":
      return causeOf(reply);
  }
}

/** The message is read before the code, the code before the type; the status is what changes most. */
const READINGS: readonly ((rule: Rule, refusal: Refusal) => boolean)[] = [
  (rule, { message, code }) => !has(rule.unless, code) && (rule.says ?? []).some((words) => words.test(message)),
  (rule, { code }) => has(rule.codes, code),
  (rule, { type }) => has(rule.types, type),
];

function causeOf(refusal: Refusal): CauseId {
  for (const fits of READINGS) {
    const rule = RULES.find((candidate) => fits(candidate, refusal));
    if (rule) return rule.cause;
  }
  return causeOfStatus(refusal.status);
}

/** A bare 401, 403 or 404 has several causes, so it has none here. */
function causeOfStatus(status: number): CauseId {
  if (status === 408) return "timeout";
  if (status === 429) return "rate_limited";
  if (status === 400 || status === 422) return "bad_request_param";
  if (status === 500) return "server_error";
  if (status === 503) return "overloaded";
  return status > 500 ? "gateway_error" : "unknown";
}

const has = (list: readonly string[] | undefined, value: string | null) =>
  value !== null && (list ?? []).includes(value);

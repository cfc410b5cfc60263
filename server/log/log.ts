import "server-only";
import pino from "pino";
import { environment } from "../environment.ts";
import { requestBehindJob } from "./asked-by.ts";
import { scrub } from "./scrub.ts";

/** Every event that may be logged, so that nothing is logged by accident. */
type EventName =
  | "request.failed"
  | "job.asked"
  | "worker.started"
  | "worker.stopped"
  | "worker.refused"
  | "test.started"
  | "test.finished"
  | "test.given_up"
  | "check.finished"
  | "model.refused"
  | "mail.sent"
  | "mail.held"
  | "wait.ended"
  | "incident.opened"
  | "incident.ended"
  | "scout.sent"
  | "quiet.started"
  | "audit.head"
  | "key.expired"
  | "account.deleted"
  | "vault.unopened"
  | "vault.keyring_unreadable"
  | "live.unreachable"
  | "second_factor.unopened"
  | "elsewhere.failed"
  | "job.failed"
  | "retention.kept"
  | "sweep.finished";

type Fact = string | number | boolean | null;

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, scrub(process.stdout));

function write(level: "info" | "error", event: EventName, facts: Record<string, Fact>): void {
  logger.level = environment().LOG_LEVEL;
  const requestId = requestBehindJob();
  logger[level]({ event, ...(requestId && { requestId }), ...facts });
}

/** Events with plain facts; never an error's text, which may hold what a person typed. */
export const log = {
  event: (event: EventName, facts: Record<string, Fact>) => write("info", event, facts),
  fault: (event: EventName, error: unknown, facts: Record<string, Fact> = {}) =>
    write("error", event, { ...facts, ...faultOf(error) }),
};

/** The kind of an error and where it arose: the first frames of the stack without the message. */
function faultOf(error: unknown): Record<string, Fact> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code,
    at: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(" < "),
  };
}

import "server-only";
import pino from "pino";
import { environment } from "../environment.ts";
import { requestBehindJob } from "./asked-by.ts";
import { type Fact, faultOf } from "./fault.ts";
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
  | "mail.given_up"
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
  | "webhook.tried"
  | "retention.kept"
  | "sweep.finished";

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

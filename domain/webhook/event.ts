/** What an endpoint may be told. The names are part of what other software relies on, so they never change. */
export const WEBHOOK_EVENTS = ["blocker.opened", "blocker.closed", "step.proven", "help.asked"] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent at its owner's wish, to see whether an endpoint listens. */
export const TRIAL = "connection.test";

/** An event's name as a key of the wording, in which a dot would mean something else. */
export const EVENT_KEYS = {
  "blocker.opened": "blocker_opened",
  "blocker.closed": "blocker_closed",
  "step.proven": "step_proven",
  "help.asked": "help_asked",
  "connection.test": "connection_test",
} as const;

export const eventKey = (kind: string) => EVENT_KEYS[kind as keyof typeof EVENT_KEYS] ?? "connection_test";

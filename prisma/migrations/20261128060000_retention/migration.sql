-- What the worker deletes when its time is over. It reads no word of what was passed on, only when.
GRANT DELETE ON "step_event", "blocker" TO rozruch_worker;
GRANT SELECT ("id", "created_at") ON "message_report" TO rozruch_worker;

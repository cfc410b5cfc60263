-- When staff hear of who needs help, and when the portal reminds students by itself.

ALTER TABLE "app_user" ADD COLUMN "digest" TEXT NOT NULL DEFAULT 'daily';
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_digest" CHECK ("digest" IN ('none', 'daily', 'meeting'));
ALTER TABLE "cohort" ADD COLUMN "nudge_after_days" SMALLINT;
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_nudge" CHECK ("nudge_after_days" BETWEEN 1 AND 30);

GRANT UPDATE ("digest") ON "app_user" TO rozruch_web;
GRANT UPDATE ("nudge_after_days") ON "cohort" TO rozruch_web;
GRANT INSERT ON "message", "message_recipient" TO rozruch_worker;

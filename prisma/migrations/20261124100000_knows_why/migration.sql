-- Repeating one check, holding tests back while a provider is out of order, looking again quietly, and the
-- messages that students paste.

CREATE TYPE "incident_kind" AS ENUM ('provider', 'own_network');

ALTER TYPE "test_trigger" ADD VALUE 'quiet';
ALTER TYPE "test_trigger" ADD VALUE 'outage';

ALTER TABLE "app_user" ADD COLUMN "quiet_retests" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "quiet_tested_at" TIMESTAMPTZ(3);

ALTER TABLE "access_test" ADD COLUMN "only_check" TEXT,
ADD COLUMN "held_at" TIMESTAMPTZ(3);

ALTER TABLE "check_result" ADD COLUMN "organization" TEXT,
ADD COLUMN "project" TEXT;

ALTER TABLE "waiting_timer" ADD COLUMN "end_told_at" TIMESTAMPTZ(3);

ALTER TABLE "help_request" ADD COLUMN "pasted" TEXT,
ADD COLUMN "cause" TEXT;

CREATE TABLE "message_report" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,

    CONSTRAINT "message_report_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" "incident_kind" NOT NULL,
    "cause" TEXT NOT NULL,
    "students" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,
    "scouts" SMALLINT NOT NULL DEFAULT 0,
    "next_scout_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "message_report_user_id_created_at_idx" ON "message_report"("user_id", "created_at");
CREATE INDEX "incident_ended_at_idx" ON "incident"("ended_at");

ALTER TABLE "message_report" ADD CONSTRAINT "message_report_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

CREATE UNIQUE INDEX "incident_one_open" ON "incident"("provider") WHERE "ended_at" IS NULL;
-- What an incident is made of: the failures of the last minutes.
CREATE INDEX "check_result_recent" ON "check_result"("finished_at") WHERE "state" = 'inconclusive';
CREATE INDEX "access_test_held" ON "access_test"("held_at") WHERE "finished_at" IS NULL AND "held_at" IS NOT NULL;

GRANT UPDATE ("quiet_retests") ON "app_user" TO rozruch_web;
GRANT UPDATE ("quiet_tested_at") ON "app_user" TO rozruch_worker;
GRANT SELECT, INSERT, UPDATE ON "message_report" TO rozruch_web;
GRANT SELECT ON "incident" TO rozruch_web;
GRANT SELECT, INSERT, UPDATE ON "incident" TO rozruch_worker;

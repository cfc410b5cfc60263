-- Cohorts that their instructors make and change, links by which people join them, and lists that are brought in.

ALTER TABLE "cohort" ADD COLUMN "starts_at" TIMESTAMPTZ(3);

CREATE TABLE "live_session" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_session_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "join_link" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "most_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "join_link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "roster_import" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "source" JSONB NOT NULL,
    "rows" JSONB NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "invites" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "live_session_cohort_id_at_key" ON "live_session"("cohort_id", "at");
CREATE UNIQUE INDEX "join_link_token_hash_key" ON "join_link"("token_hash");
CREATE INDEX "join_link_cohort_id_idx" ON "join_link"("cohort_id");
CREATE INDEX "roster_import_user_id_idx" ON "roster_import"("user_id");
CREATE INDEX "roster_import_expires_at_idx" ON "roster_import"("expires_at");
CREATE INDEX "app_user_name_id_idx" ON "app_user"("name", "id");

ALTER TABLE "live_session" ADD CONSTRAINT "live_session_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "join_link" ADD CONSTRAINT "join_link_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "cohort" ADD CONSTRAINT "cohort_thresholds" CHECK (
    "help_after_tries" BETWEEN 1 AND 20 AND "help_after_stalled_days" BETWEEN 1 AND 60 AND "help_after_invited_days" BETWEEN 1 AND 60);
ALTER TABLE "join_link" ADD CONSTRAINT "join_link_uses" CHECK ("uses" BETWEEN 0 AND "most_uses" AND "most_uses" <= 1000);
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_progress" CHECK ("done" BETWEEN 0 AND "total");

-- Privileges. The web puts people on a roster and corrects names; who owns the portal and who is disabled is the operator's.
-- A staff role comes with a new row or a changed one, and the trigger on enrolments ends whatever was open before it.
GRANT INSERT ("id", "email", "name", "locale"), UPDATE ("name") ON "app_user" TO rozruch_web;
GRANT INSERT ("cohort_id", "user_id", "role"), UPDATE ("role", "cohort_id", "invited_at") ON "enrolment" TO rozruch_web;
GRANT INSERT ("id", "slug", "name"), UPDATE ("name", "archived_at", "starts_at", "ends_at", "next_meeting", "help_after_tries", "help_after_stalled_days", "help_after_invited_days") ON "cohort" TO rozruch_web;
GRANT SELECT, INSERT, DELETE ON "live_session" TO rozruch_web;
GRANT SELECT, INSERT, UPDATE ("uses", "closed_at") ON "join_link" TO rozruch_web;
GRANT SELECT, INSERT, DELETE, UPDATE ("rows", "total", "invites", "confirmed_at") ON "roster_import" TO rozruch_web;

-- The worker writes what was confirmed, and takes away what was not.
GRANT INSERT ("id", "email", "name", "locale"), UPDATE ("name", "deletion_due_at") ON "app_user" TO rozruch_worker;
GRANT INSERT ("cohort_id", "user_id", "role") ON "enrolment" TO rozruch_worker;
GRANT SELECT, DELETE, UPDATE ("rows", "done", "added", "changed", "finished_at") ON "roster_import" TO rozruch_worker;
GRANT SELECT ON "live_session" TO rozruch_worker;
GRANT UPDATE ("next_meeting") ON "cohort" TO rozruch_worker;

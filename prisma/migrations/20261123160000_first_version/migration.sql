-- CreateEnum
CREATE TYPE "role" AS ENUM ('student', 'instructor');

-- CreateEnum
CREATE TYPE "step_event_kind" AS ENUM ('ticked', 'unticked', 'proven');

-- CreateEnum
CREATE TYPE "vault_key_state" AS ENUM ('created', 'active', 'opening', 'retired', 'destroyed');

-- CreateEnum
CREATE TYPE "test_trigger" AS ENUM ('saved', 'asked', 'waiting');

-- CreateEnum
CREATE TYPE "test_ending" AS ENUM ('completed', 'cancelled', 'given_up');

-- CreateEnum
CREATE TYPE "check_state" AS ENUM ('started', 'passed', 'failed', 'waiting', 'inconclusive', 'skipped');

-- CreateEnum
CREATE TYPE "blocker_status" AS ENUM ('asked', 'dead_end', 'blocked', 'waiting_too_long', 'regressed', 'stalled', 'never_signed_in');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'pl',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "first_signed_in_at" TIMESTAMPTZ(3),
    "last_active_at" TIMESTAMPTZ(3),
    "last_progress_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_request" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "link_hash" BYTEA,
    "code_hash" BYTEA,
    "wrong_codes" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "next_meeting" TIMESTAMPTZ(3),
    "help_after_tries" SMALLINT NOT NULL DEFAULT 3,
    "help_after_stalled_days" SMALLINT NOT NULL DEFAULT 3,
    "help_after_invited_days" SMALLINT NOT NULL DEFAULT 2,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "swept_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("cohort_id","user_id")
);

-- CreateTable
CREATE TABLE "step_progress" (
    "user_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "ticked_at" TIMESTAMPTZ(3),
    "proven_at" TIMESTAMPTZ(3),

    CONSTRAINT "step_progress_pkey" PRIMARY KEY ("user_id","step_id")
);

-- CreateTable
CREATE TABLE "step_event" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "kind" "step_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "test_id" UUID,

    CONSTRAINT "step_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_credential" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential_secret" (
    "credential_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "format" SMALLINT NOT NULL,
    "vault_key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_secret_pkey" PRIMARY KEY ("credential_id")
);

-- CreateTable
CREATE TABLE "vault_key" (
    "id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "canary" BYTEA NOT NULL,
    "state" "vault_key_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vault_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_test" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "credential_version" INTEGER NOT NULL,
    "trigger" "test_trigger" NOT NULL,
    "image_consent" BOOLEAN NOT NULL DEFAULT false,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "ending" "test_ending",

    CONSTRAINT "access_test_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_result" (
    "test_id" UUID NOT NULL,
    "check_name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "state" "check_state" NOT NULL,
    "cause" TEXT,
    "waiting_until" TIMESTAMPTZ(3),
    "key_kind" TEXT,
    "http_status" SMALLINT,
    "provider_code" TEXT,
    "request_id" TEXT,
    "cost_micro_usd" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("test_id","check_name")
);

-- CreateTable
CREATE TABLE "test_picture" (
    "test_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "test_picture_pkey" PRIMARY KEY ("test_id")
);

-- CreateTable
CREATE TABLE "waiting_timer" (
    "user_id" UUID NOT NULL,
    "check_name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "image_consent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "waiting_timer_pkey" PRIMARY KEY ("user_id","check_name")
);

-- CreateTable
CREATE TABLE "blocker" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" "blocker_status" NOT NULL,
    "rank" SMALLINT NOT NULL,
    "step_id" TEXT,
    "cause" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "blocker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_request" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "step_id" TEXT,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,

    CONSTRAINT "help_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_id" UUID,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_request_link_hash_key" ON "sign_in_request"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_request_browser_hash_idx" ON "sign_in_request"("browser_hash");

-- CreateIndex
CREATE INDEX "sign_in_request_expires_at_idx" ON "sign_in_request"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_slug_key" ON "cohort"("slug");

-- CreateIndex
CREATE INDEX "enrolment_user_id_idx" ON "enrolment"("user_id");

-- CreateIndex
CREATE INDEX "step_event_user_id_at_idx" ON "step_event"("user_id", "at");

-- CreateIndex
CREATE INDEX "api_credential_user_id_idx" ON "api_credential"("user_id");

-- CreateIndex
CREATE INDEX "api_credential_fingerprint_idx" ON "api_credential"("fingerprint");

-- CreateIndex
CREATE INDEX "credential_secret_vault_key_id_idx" ON "credential_secret"("vault_key_id");

-- CreateIndex
CREATE INDEX "access_test_user_id_requested_at_idx" ON "access_test"("user_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "blocker_user_id_opened_at_idx" ON "blocker"("user_id", "opened_at");

-- CreateIndex
CREATE INDEX "help_request_user_id_created_at_idx" ON "help_request"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_at_idx" ON "audit_event"("subject_id", "at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_progress" ADD CONSTRAINT "step_progress_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_event" ADD CONSTRAINT "step_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_credential" ADD CONSTRAINT "api_credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_secret" ADD CONSTRAINT "credential_secret_vault_key_id_fkey" FOREIGN KEY ("vault_key_id") REFERENCES "vault_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_test" ADD CONSTRAINT "access_test_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_test" ADD CONSTRAINT "access_test_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "api_credential"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_test_id_fkey" FOREIGN KEY ("test_id") REFERENCES "access_test"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_picture" ADD CONSTRAINT "test_picture_test_id_fkey" FOREIGN KEY ("test_id") REFERENCES "access_test"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_timer" ADD CONSTRAINT "waiting_timer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocker" ADD CONSTRAINT "blocker_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocker" ADD CONSTRAINT "blocker_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "app_user" ADD CONSTRAINT "app_user_email_lower" CHECK ("email" = lower("email"));

-- One key of a provider per student, one live test, one open request, one open blocker per enrolment:
-- a double click or two tabs cannot make two.
CREATE UNIQUE INDEX "api_credential_one_live" ON "api_credential"("user_id", "provider") WHERE "deleted_at" IS NULL;
CREATE UNIQUE INDEX "access_test_one_live" ON "access_test"("user_id") WHERE "finished_at" IS NULL;
CREATE UNIQUE INDEX "help_request_one_open" ON "help_request"("user_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "blocker_one_open" ON "blocker"("cohort_id", "user_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "vault_key_one_active" ON "vault_key"("state") WHERE "state" = 'active';

-- The desk's order, so that its first page costs the same however many students there are.
CREATE INDEX "blocker_desk" ON "blocker"("cohort_id", "rank", "tries" DESC, "since") WHERE "closed_at" IS NULL;
-- What the sweep looks for.
CREATE INDEX "app_user_never_signed_in" ON "app_user"("created_at") WHERE "first_signed_in_at" IS NULL;
CREATE INDEX "app_user_last_progress" ON "app_user"("last_progress_at") WHERE "first_signed_in_at" IS NOT NULL;

-- Privileges. The web role can seal a key and can never read it back: it may insert and delete sealed bytes, and of
-- that table it may select the id alone.
GRANT USAGE ON SCHEMA "public" TO rozruch_web, rozruch_worker;

GRANT INSERT, DELETE, SELECT ("credential_id") ON "credential_secret" TO rozruch_web;
GRANT SELECT, UPDATE, DELETE ON "credential_secret" TO rozruch_worker;

GRANT SELECT, UPDATE ("locale", "first_signed_in_at", "last_active_at", "last_progress_at") ON "app_user" TO rozruch_web;
GRANT SELECT, UPDATE ("last_progress_at") ON "app_user" TO rozruch_worker;

GRANT SELECT, INSERT, DELETE, UPDATE ("last_seen_at") ON "session" TO rozruch_web;
GRANT SELECT, INSERT, DELETE ON "verification_token" TO rozruch_web;
GRANT SELECT, INSERT, DELETE, UPDATE ("wrong_codes") ON "sign_in_request" TO rozruch_web;
GRANT SELECT, DELETE, UPDATE ("link_hash", "code_hash") ON "sign_in_request" TO rozruch_worker;
GRANT SELECT, DELETE ON "session", "verification_token" TO rozruch_worker;

GRANT SELECT ON "cohort", "enrolment", "vault_key" TO rozruch_web, rozruch_worker;
GRANT UPDATE ("swept_at") ON "enrolment" TO rozruch_worker;
GRANT SELECT, INSERT, UPDATE ON "step_progress", "blocker" TO rozruch_web, rozruch_worker;
GRANT SELECT, INSERT ON "step_event", "audit_event" TO rozruch_web, rozruch_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "waiting_timer" TO rozruch_web, rozruch_worker;

GRANT SELECT, INSERT, UPDATE ON "api_credential" TO rozruch_web;
GRANT SELECT ON "api_credential" TO rozruch_worker;
GRANT SELECT, INSERT, UPDATE ("finished_at", "ending") ON "access_test" TO rozruch_web;
GRANT SELECT, INSERT, UPDATE ON "access_test" TO rozruch_worker;
GRANT SELECT ON "check_result", "test_picture", "worker_heartbeat" TO rozruch_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "check_result", "test_picture", "worker_heartbeat" TO rozruch_worker;

GRANT SELECT, INSERT, UPDATE ON "help_request" TO rozruch_web;
GRANT SELECT ON "help_request" TO rozruch_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO rozruch_web, rozruch_worker;

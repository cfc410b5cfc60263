-- Who looks after whom, what staff say to students and know of them, and steps that somebody was released from.

ALTER TYPE "step_event_kind" ADD VALUE 'waived';
ALTER TYPE "step_event_kind" ADD VALUE 'unwaived';

CREATE TYPE "delivery_state" AS ENUM ('queued', 'sent', 'skipped', 'failed');

ALTER TABLE "blocker" ADD COLUMN "taken_by" UUID,
ADD COLUMN "taken_at" TIMESTAMPTZ(3),
ADD COLUMN "snoozed_until" TIMESTAMPTZ(3),
ADD COLUMN "snoozed_by" UUID,
ADD COLUMN "snoozed_at" TIMESTAMPTZ(3),
ADD COLUMN "answered_at" TIMESTAMPTZ(3),
ADD COLUMN "closed_by" UUID;

ALTER TABLE "step_progress" ADD COLUMN "waived_at" TIMESTAMPTZ(3);

ALTER TABLE "app_user" ADD COLUMN "help_seen_at" TIMESTAMPTZ(3),
ADD COLUMN "messages_by_mail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "unsubscribe_token" UUID NOT NULL DEFAULT gen_random_uuid();

ALTER TABLE "help_request" ADD COLUMN "device" TEXT;

CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "waived_at" TIMESTAMPTZ(3) NOT NULL,
    "waived_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "staff_note" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_note_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "help_reply" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "author_id" UUID,
    "is_staff" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "cause" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "help_reply_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "sender_id" UUID,
    "cause" TEXT,
    "rule" TEXT,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "subject_en" TEXT,
    "body_en" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "message_recipient" (
    "message_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "blocker_id" UUID,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_recipient_pkey" PRIMARY KEY ("message_id", "user_id")
);

CREATE UNIQUE INDEX "app_user_unsubscribe_token_key" ON "app_user"("unsubscribe_token");
CREATE INDEX "waiver_user_id_waived_at_idx" ON "waiver"("user_id", "waived_at");
CREATE INDEX "staff_note_user_id_created_at_idx" ON "staff_note"("user_id", "created_at");
CREATE INDEX "help_reply_request_id_created_at_idx" ON "help_reply"("request_id", "created_at");
CREATE INDEX "message_sender_id_created_at_idx" ON "message"("sender_id", "created_at");
CREATE INDEX "message_recipient_user_id_settled_at_idx" ON "message_recipient"("user_id", "settled_at");

ALTER TABLE "blocker" ADD CONSTRAINT "blocker_taken_by_fkey" FOREIGN KEY ("taken_by") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_waived_by_fkey" FOREIGN KEY ("waived_by") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "staff_note" ADD CONSTRAINT "staff_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_note" ADD CONSTRAINT "staff_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "help_reply" ADD CONSTRAINT "help_reply_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "help_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "help_reply" ADD CONSTRAINT "help_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "message" ADD CONSTRAINT "message_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "message_recipient" ADD CONSTRAINT "message_recipient_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "message_recipient" ADD CONSTRAINT "message_recipient_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

CREATE UNIQUE INDEX "waiver_one_open" ON "waiver"("user_id", "step_id") WHERE "ended_at" IS NULL;
-- When a person last closed a case by hand: failures before that count no more.
CREATE INDEX "blocker_resolved" ON "blocker"("user_id", "cohort_id", "closed_at") WHERE "closed_by" IS NOT NULL;
ALTER TABLE "blocker" ADD CONSTRAINT "blocker_closed_by_somebody" CHECK ("closed_by" IS NULL OR "closed_at" IS NOT NULL),
ADD CONSTRAINT "blocker_snoozed_by_somebody" CHECK (("snoozed_until" IS NULL) = ("snoozed_by" IS NULL) AND ("snoozed_until" IS NULL) = ("snoozed_at" IS NULL));
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_reason" CHECK (length("reason") BETWEEN 1 AND 1000);
ALTER TABLE "staff_note" ADD CONSTRAINT "staff_note_text" CHECK (length("text") BETWEEN 1 AND 4000);
ALTER TABLE "help_reply" ADD CONSTRAINT "help_reply_text" CHECK (length("text") BETWEEN 1 AND 4000);
ALTER TABLE "message" ADD CONSTRAINT "message_words" CHECK (length("subject") BETWEEN 1 AND 200 AND length("body") BETWEEN 1 AND 8000),
ADD CONSTRAINT "message_english" CHECK (("subject_en" IS NULL) = ("body_en" IS NULL) AND length("subject_en") <= 200 AND length("body_en") <= 8000);
ALTER TABLE "message_recipient" ADD CONSTRAINT "message_recipient_settled" CHECK (("state" = 'queued') = ("settled_at" IS NULL));

-- Nobody's words are anybody's to change. The worker writes what became of a letter and reads what it has to say in it.
GRANT UPDATE ("help_seen_at", "messages_by_mail") ON "app_user" TO rozruch_web;
GRANT SELECT, INSERT ON "waiver", "staff_note", "help_reply", "message", "message_recipient" TO rozruch_web;
GRANT UPDATE ("ended_at", "ended_by") ON "waiver" TO rozruch_web;
GRANT DELETE ON "staff_note" TO rozruch_web;
GRANT SELECT ON "message", "message_recipient", "help_reply" TO rozruch_worker;
GRANT UPDATE ("state", "reason", "settled_at") ON "message_recipient" TO rozruch_worker;
GRANT SELECT ("id", "created_at"), DELETE ON "staff_note" TO rozruch_worker;
GRANT SELECT ("id", "ended_at"), DELETE ON "waiver" TO rozruch_worker;
GRANT DELETE ON "message" TO rozruch_worker;

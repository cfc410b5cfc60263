-- What becomes of a letter after it was handed over, and in which cases the portal writes to students by itself.

ALTER TYPE "delivery_state" ADD VALUE 'bounced';

ALTER TABLE "app_user" ADD COLUMN "mail_refused_at" TIMESTAMPTZ(3),
ADD COLUMN "mail_refused_status" TEXT;

ALTER TABLE "message_recipient" ADD COLUMN "occasion" TEXT;

CREATE TABLE "mail_letter" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "message_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bounced_at" TIMESTAMPTZ(3),
    "bounce_status" TEXT,

    CONSTRAINT "mail_letter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "nudge_rule" (
    "cohort_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "days" SMALLINT NOT NULL,

    CONSTRAINT "nudge_rule_pkey" PRIMARY KEY ("cohort_id", "kind")
);

CREATE UNIQUE INDEX "mail_letter_token_hash_key" ON "mail_letter"("token_hash");
CREATE INDEX "mail_letter_user_id_sent_at_idx" ON "mail_letter"("user_id", "sent_at");
CREATE INDEX "mail_letter_sent_at_idx" ON "mail_letter"("sent_at");

ALTER TABLE "mail_letter" ADD CONSTRAINT "mail_letter_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "nudge_rule" ADD CONSTRAINT "nudge_rule_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "app_user" ADD CONSTRAINT "app_user_mail_refused" CHECK (("mail_refused_at" IS NULL) = ("mail_refused_status" IS NULL)
  AND ("mail_refused_status" IS NULL OR "mail_refused_status" ~ '^5\.\d{1,3}\.\d{1,3}$'));
ALTER TABLE "mail_letter" ADD CONSTRAINT "mail_letter_hashes" CHECK (octet_length("token_hash") = 32 AND octet_length("address_hash") = 32),
ADD CONSTRAINT "mail_letter_bounce" CHECK (("bounced_at" IS NULL) = ("bounce_status" IS NULL)
  AND ("bounce_status" IS NULL OR "bounce_status" ~ '^[45]\.\d{1,3}\.\d{1,3}$'));
ALTER TABLE "nudge_rule" ADD CONSTRAINT "nudge_rule_kind" CHECK ("kind" IN ('stalled', 'never_signed_in', 'blocked', 'due')),
ADD CONSTRAINT "nudge_rule_days" CHECK ("days" BETWEEN 1 AND 30);

-- The one rule that there was spoke of both silences.
INSERT INTO "nudge_rule" ("cohort_id", "kind", "days")
SELECT c.id, k.kind, c.nudge_after_days FROM cohort c CROSS JOIN (VALUES ('stalled'), ('never_signed_in')) AS k(kind)
WHERE c.nudge_after_days IS NOT NULL;
ALTER TABLE "cohort" DROP COLUMN "nudge_after_days";

-- Nobody who was reminded of a silence before is reminded of it again.
UPDATE "message_recipient" r SET "occasion" = was.occasion FROM (
  SELECT DISTINCT ON (x.user_id, b.status, b.since) x.message_id, x.user_id,
    b.status::text || ' ' || floor(extract(epoch FROM b.since))::bigint AS occasion
  FROM message_recipient x JOIN message m ON m.id = x.message_id JOIN blocker b ON b.id = x.blocker_id
  WHERE m.sender_id IS NULL AND b.status IN ('stalled', 'never_signed_in')
  ORDER BY x.user_id, b.status, b.since, m.created_at) was
WHERE r.message_id = was.message_id AND r.user_id = was.user_id;

-- Never twice to one person on one occasion, whichever worker is faster.
CREATE UNIQUE INDEX "message_recipient_one_occasion" ON "message_recipient"("user_id", "occasion") WHERE "occasion" IS NOT NULL;
-- What the sweep looks for.
CREATE INDEX "message_recipient_queued" ON "message_recipient"("message_id") WHERE "state" = 'queued';

-- What an address refused says nothing of another one.
CREATE FUNCTION public."forget_mail_refusal"() RETURNS TRIGGER
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.mail_refused_at := NULL;
  NEW.mail_refused_status := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER "app_user_new_address" BEFORE UPDATE OF "email" ON "app_user"
FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION public."forget_mail_refusal"();

-- What came back is written by the operator's command alone; a sign-in by mail takes it away.
GRANT UPDATE ("mail_refused_at", "mail_refused_status") ON "app_user" TO rozruch_web;
GRANT SELECT ON "mail_letter" TO rozruch_web;
GRANT SELECT ("id", "user_id", "kind", "message_id", "sent_at"), INSERT, DELETE ON "mail_letter" TO rozruch_worker;
GRANT UPDATE ("state", "reason", "settled_at") ON "message_recipient" TO rozruch_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "nudge_rule" TO rozruch_web;
GRANT SELECT ON "nudge_rule", "lesson_due" TO rozruch_worker;

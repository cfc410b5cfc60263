-- An address that is changed in place, a receiver that says when to come back, and why a blocker is over.

-- How often it was changed, by which two windows notice one another.
ALTER TABLE "webhook_endpoint" ADD COLUMN "name" TEXT,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- Why a blocker is closed; null for what closes none.
ALTER TABLE "webhook_message" ADD COLUMN "reason" TEXT;

-- Whether the receiver has named the time of the next try.
ALTER TABLE "webhook_delivery" ADD COLUMN "next_try_asked" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_name" CHECK (length("name") BETWEEN 1 AND 80);
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_reason" CHECK ("reason" IS NULL OR "kind" = 'blocker.closed');

-- Who manages which cohort, also one that is put away: its last blockers are closed by that very deed, and that is told. `cohort_manager` stays what it was, of live cohorts alone.
CREATE VIEW "cohort_keeper" AS
SELECT e.user_id, e.cohort_id FROM enrolment e
JOIN app_user u ON u.id = e.user_id AND u.disabled_at IS NULL AND u.deletion_due_at IS NULL
WHERE e.role = 'instructor'
UNION
SELECT u.id, c.id FROM app_user u CROSS JOIN cohort c
WHERE u.is_owner AND u.disabled_at IS NULL AND u.deletion_due_at IS NULL;

CREATE OR REPLACE VIEW "cohort_manager" AS
SELECT k.user_id, k.cohort_id FROM cohort_keeper k JOIN cohort c ON c.id = k.cohort_id AND c.archived_at IS NULL;

GRANT SELECT ON "cohort_keeper" TO rozruch_web, rozruch_worker;

-- Only the web role leads an endpoint elsewhere, and neither one gives it to somebody else.
GRANT UPDATE ("name", "url", "events", "cohort_ids", "with_names", "version") ON "webhook_endpoint" TO rozruch_web;
GRANT UPDATE ("next_try_asked") ON "webhook_delivery" TO rozruch_web;

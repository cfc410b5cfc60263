-- What a cohort says of a lesson in place of its author: whether it is required, and since when it is asked.

CREATE TABLE "lesson_requirement" (
    "cohort_id" UUID NOT NULL,
    "module" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "is_required" BOOLEAN NOT NULL,
    "since" DATE,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_requirement_pkey" PRIMARY KEY ("cohort_id", "module", "lesson")
);

ALTER TABLE "lesson_requirement" ADD CONSTRAINT "lesson_requirement_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. The worker reads both: who has finished, and until when a reminder's lesson is to be done.
GRANT SELECT, INSERT, UPDATE, DELETE ON "lesson_requirement" TO rozruch_web;
GRANT SELECT ON "lesson_requirement", "lesson_due" TO rozruch_worker;

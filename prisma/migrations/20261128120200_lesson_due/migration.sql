-- The day until which a cohort is to be through with a lesson.

CREATE TABLE "lesson_due" (
    "cohort_id" UUID NOT NULL,
    "module" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_due_pkey" PRIMARY KEY ("cohort_id", "module", "lesson")
);

ALTER TABLE "lesson_due" ADD CONSTRAINT "lesson_due_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
GRANT SELECT, INSERT, DELETE ON "lesson_due" TO rozruch_web;

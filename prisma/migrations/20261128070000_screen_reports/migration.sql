-- Reports that a provider's screen no longer looks as a lesson says, with a picture of it.

CREATE TABLE "screen_report" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "module" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "checked" TEXT,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),
    "handled_by" UUID,

    CONSTRAINT "screen_report_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "screen_picture" (
    "report_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "screen_picture_pkey" PRIMARY KEY ("report_id")
);

CREATE INDEX "screen_report_user_id_created_at_idx" ON "screen_report"("user_id", "created_at");
CREATE INDEX "screen_report_created_at_idx" ON "screen_report"("created_at");

ALTER TABLE "screen_report" ADD CONSTRAINT "screen_report_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "screen_picture" ADD CONSTRAINT "screen_picture_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "screen_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

-- A browser is told that it is a picture of one of these kinds, whatever a program may have written here.
ALTER TABLE "screen_picture" ADD CONSTRAINT "screen_picture_kind" CHECK ("media_type" IN ('image/png', 'image/jpeg', 'image/webp')),
ADD CONSTRAINT "screen_picture_size" CHECK (octet_length("bytes") <= 3145728 AND "width" > 0 AND "height" > 0);
ALTER TABLE "screen_report" ADD CONSTRAINT "screen_report_text" CHECK (length("text") <= 4000);
ALTER TABLE "screen_report" ADD CONSTRAINT "screen_report_handled" CHECK (("handled_at" IS NULL) = ("handled_by" IS NULL));

-- The words are nobody's to change; the worker reads neither them nor a picture, only whether its time is over.
GRANT SELECT, INSERT, DELETE ON "screen_report", "screen_picture" TO rozruch_web;
GRANT UPDATE ("handled_at", "handled_by") ON "screen_report" TO rozruch_web;
GRANT SELECT ("id", "created_at", "handled_at"), DELETE ON "screen_report" TO rozruch_worker;
GRANT SELECT ("report_id"), DELETE ON "screen_picture" TO rozruch_worker;

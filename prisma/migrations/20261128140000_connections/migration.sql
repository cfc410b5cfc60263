-- Connections with other software: webhooks that tell it what happens, and tokens with which it reads.

CREATE TYPE "webhook_off" AS ENUM ('gone', 'failing');
CREATE TYPE "webhook_state" AS ENUM ('pending', 'delivered', 'failed', 'cancelled');

CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "cohort_ids" UUID[],
    "with_names" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paused_at" TIMESTAMPTZ(3),
    "off_at" TIMESTAMPTZ(3),
    "off_because" "webhook_off",
    "failing_since" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_secret" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_message" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "cohort_id" UUID,
    "endpoint_id" UUID,
    "subject_id" UUID,
    "step_id" TEXT,
    "cause" TEXT,
    "status" TEXT,
    "tries" INTEGER,
    "since" TIMESTAMPTZ(3),
    "addressed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "cohort_id" UUID,
    "state" "webhook_state" NOT NULL DEFAULT 'pending',
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "tried_at" TIMESTAMPTZ(3),
    "status_code" SMALLINT,
    "duration_ms" INTEGER,
    "fault" TEXT,
    "answer" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "webhook_endpoint_owner_id_idx" ON "webhook_endpoint"("owner_id");
CREATE INDEX "webhook_secret_endpoint_id_idx" ON "webhook_secret"("endpoint_id");
CREATE INDEX "webhook_message_user_id_idx" ON "webhook_message"("user_id");
CREATE INDEX "webhook_message_at_idx" ON "webhook_message"("at");
CREATE INDEX "webhook_message_endpoint_id_idx" ON "webhook_message"("endpoint_id");
CREATE UNIQUE INDEX "webhook_delivery_message_id_endpoint_id_key" ON "webhook_delivery"("message_id", "endpoint_id");
CREATE INDEX "webhook_delivery_endpoint_id_created_at_idx" ON "webhook_delivery"("endpoint_id", "created_at" DESC);
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");
CREATE INDEX "api_token_owner_id_idx" ON "api_token"("owner_id");

ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "webhook_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_off" CHECK (("off_at" IS NULL) = ("off_because" IS NULL)),
ADD CONSTRAINT "webhook_endpoint_url" CHECK ("url" ~ '^https?://' AND length("url") <= 2000);
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_answer" CHECK (length("answer") <= 1024);
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_hash" CHECK (octet_length("token_hash") = 32);

-- What the sweep looks for.
CREATE INDEX "webhook_delivery_due" ON "webhook_delivery"("next_try_at") WHERE "state" = 'pending';
CREATE INDEX "webhook_message_due" ON "webhook_message"("at") WHERE "addressed_at" IS NULL;

-- The sealed bytes go with the row that says what they are for, by whichever way that goes.
CREATE FUNCTION public."forget_webhook_secret"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM public.credential_secret WHERE credential_id = OLD.id;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION public."forget_webhook_secret"() FROM PUBLIC;
CREATE TRIGGER "webhook_secret_gone" AFTER DELETE ON "webhook_secret"
FOR EACH ROW EXECUTE FUNCTION public."forget_webhook_secret"();

-- The web role arranges endpoints and asks for another delivery; only the worker says what came of one.
GRANT SELECT, INSERT, DELETE ON "webhook_endpoint" TO rozruch_web;
GRANT UPDATE ("paused_at", "off_at", "off_because", "failing_since") ON "webhook_endpoint" TO rozruch_web, rozruch_worker;
GRANT SELECT ON "webhook_endpoint" TO rozruch_worker;
GRANT SELECT, INSERT, DELETE, UPDATE ("expires_at") ON "webhook_secret" TO rozruch_web;
GRANT SELECT, DELETE ON "webhook_secret" TO rozruch_worker;
GRANT SELECT, INSERT ON "webhook_message" TO rozruch_web;
GRANT SELECT, INSERT, DELETE, UPDATE ("addressed_at") ON "webhook_message" TO rozruch_worker;
GRANT SELECT, UPDATE ("state", "tries", "next_try_at", "claimed_until") ON "webhook_delivery" TO rozruch_web;
GRANT SELECT, INSERT, UPDATE ON "webhook_delivery" TO rozruch_worker;
-- The worker has nothing to do with tokens.
GRANT SELECT, INSERT, DELETE, UPDATE ("last_used_at") ON "api_token" TO rozruch_web;

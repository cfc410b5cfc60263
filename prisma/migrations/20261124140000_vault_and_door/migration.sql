-- CreateEnum
CREATE TYPE "sign_in_method" AS ENUM ('mail', 'passkey', 'google', 'oidc', 'demo');

-- AlterTable
ALTER TABLE "app_user" ADD COLUMN "deletion_due_at" TIMESTAMPTZ(3);

ALTER TABLE "session" ADD COLUMN "method" "sign_in_method" NOT NULL DEFAULT 'mail',
ADD COLUMN "device" TEXT,
ADD COLUMN "second_factor_at" TIMESTAMPTZ(3);

ALTER TABLE "cohort" ADD COLUMN "ends_at" TIMESTAMPTZ(3);

ALTER TABLE "api_credential" ADD COLUMN "expires_at" TIMESTAMPTZ(3);

ALTER TABLE "vault_key" ADD COLUMN "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "worker_heartbeat" ADD COLUMN "vault_keys" TEXT[];

ALTER TABLE "audit_event" ADD COLUMN "seq" BIGINT,
ADD COLUMN "prev_hash" BYTEA,
ADD COLUMN "hash" BYTEA;

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "passkey_challenge" (
    "id" UUID NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "challenge" TEXT NOT NULL,
    "user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "external_account" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_account_pkey" PRIMARY KEY ("provider","subject")
);

CREATE TABLE "audit_chain" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "head_seq" BIGINT NOT NULL,
    "head_hash" BYTEA NOT NULL,
    "anchor_seq" BIGINT NOT NULL,
    "anchor_hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");
CREATE INDEX "passkey_challenge_browser_hash_idx" ON "passkey_challenge"("browser_hash");
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");
CREATE UNIQUE INDEX "external_account_user_id_provider_key" ON "external_account"("user_id", "provider");
CREATE UNIQUE INDEX "audit_event_seq_key" ON "audit_event"("seq");

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "external_account" ADD CONSTRAINT "external_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

-- What the jobs of deletion look for.
CREATE INDEX "api_credential_expires" ON "api_credential"("expires_at") WHERE "deleted_at" IS NULL AND "expires_at" IS NOT NULL;
CREATE INDEX "app_user_deletion_due" ON "app_user"("deletion_due_at") WHERE "deletion_due_at" IS NOT NULL;

-- The audit chain. An event gets its place at commit, so that no transaction holds up another for longer than that, and
-- by a function of the owner's, so that the roles that write events can neither choose a place nor change one.
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_one_row" CHECK ("id" = 1);
INSERT INTO "audit_chain" ("id", "head_seq", "head_hash", "anchor_seq", "anchor_hash")
VALUES (1, 0, sha256('rozruch audit'::bytea), 0, sha256('rozruch audit'::bytea));

-- The words of an event that its hash covers. `npm run audit -- verify` has them in words of its own.
CREATE FUNCTION "audit_words"(event "audit_event", place BIGINT) RETURNS BYTEA
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT convert_to(jsonb_build_array(
    place, event.id, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    event.kind, event.actor_id, event.subject_id, event.facts)::text, 'UTF8')
$$;

CREATE FUNCTION "chain_audit_event"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  chain audit_chain%ROWTYPE;
  link BYTEA;
BEGIN
  SELECT * INTO STRICT chain FROM audit_chain FOR UPDATE;
  link := sha256(chain.head_hash || audit_words(NEW, chain.head_seq + 1));
  UPDATE audit_event SET seq = chain.head_seq + 1, prev_hash = chain.head_hash, hash = link WHERE id = NEW.id;
  UPDATE audit_chain SET head_seq = chain.head_seq + 1, head_hash = link;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "audit_event_chained" AFTER INSERT ON "audit_event"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "chain_audit_event"();

-- The events of before, in their order.
DO $$
DECLARE
  event audit_event;
  chain audit_chain%ROWTYPE;
  link BYTEA;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY at, id LOOP
    SELECT * INTO STRICT chain FROM audit_chain;
    link := sha256(chain.head_hash || audit_words(event, chain.head_seq + 1));
    UPDATE audit_event SET seq = chain.head_seq + 1, prev_hash = chain.head_hash, hash = link WHERE id = event.id;
    UPDATE audit_chain SET head_seq = chain.head_seq + 1, head_hash = link;
  END LOOP;
END
$$;

-- What is older than it must be kept goes from the front; the chain then begins behind it. Never younger than a year,
-- whoever asks. Gives how many events went.
CREATE FUNCTION "forget_audit_before"(moment TIMESTAMPTZ) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  newest_to_go audit_event%ROWTYPE;
  gone BIGINT;
BEGIN
  PERFORM 1 FROM audit_chain FOR UPDATE;
  -- Up to the event before the first one that stays: the chain is cut at one place.
  SELECT * INTO newest_to_go FROM audit_event
  WHERE seq < coalesce(
    (SELECT min(seq) FROM audit_event WHERE at >= least(moment, now() - interval '365 days')),
    (SELECT head_seq FROM audit_chain))
  ORDER BY seq DESC LIMIT 1;
  IF NOT FOUND THEN RETURN 0; END IF;
  DELETE FROM audit_event WHERE seq <= newest_to_go.seq;
  GET DIAGNOSTICS gone = ROW_COUNT;
  UPDATE audit_chain SET anchor_seq = newest_to_go.seq, anchor_hash = newest_to_go.hash;
  RETURN gone;
END
$$;
REVOKE ALL ON FUNCTION "forget_audit_before"(TIMESTAMPTZ), "chain_audit_event"(), "audit_words"("audit_event", BIGINT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "forget_audit_before"(TIMESTAMPTZ) TO rozruch_worker;

-- Nothing is sealed to a vault key that has been retired: whoever still has it in mind meets an error and looks again.
CREATE FUNCTION "require_live_vault_key"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM 1 FROM vault_key WHERE id = NEW.vault_key_id AND state IN ('active', 'opening') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The vault key % seals no more.', NEW.vault_key_id USING ERRCODE = 'check_violation', CONSTRAINT = 'vault_key_live';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "credential_secret_live_vault_key" BEFORE INSERT OR UPDATE OF "vault_key_id" ON "credential_secret"
FOR EACH ROW EXECUTE FUNCTION "require_live_vault_key"();

-- Whoever becomes staff, or ceases to be, signs in again: no session lives through a change of what it opens.
CREATE FUNCTION "end_sessions_of_changed_staff"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  was TEXT := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.role::text END;
  becomes TEXT := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.role::text END;
BEGIN
  IF was IS DISTINCT FROM becomes AND 'instructor' IN (coalesce(was, ''), coalesce(becomes, '')) THEN
    DELETE FROM session WHERE user_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "enrolment_staff_changed" AFTER INSERT OR DELETE OR UPDATE OF "role" ON "enrolment"
FOR EACH ROW EXECUTE FUNCTION "end_sessions_of_changed_staff"();
REVOKE ALL ON FUNCTION "require_live_vault_key"(), "end_sessions_of_changed_staff"() FROM PUBLIC;

-- Privileges. An event's place in the chain is nobody's to write but the owner's function.
REVOKE INSERT ON "audit_event" FROM rozruch_web, rozruch_worker;
GRANT INSERT ("id", "kind", "actor_id", "subject_id", "facts") ON "audit_event" TO rozruch_web, rozruch_worker;
GRANT SELECT ON "audit_chain" TO rozruch_worker;

GRANT SELECT, INSERT, UPDATE, DELETE ON "second_factor", "recovery_code", "passkey" TO rozruch_web;
GRANT SELECT, INSERT, DELETE ON "passkey_challenge", "external_account" TO rozruch_web;
GRANT SELECT, DELETE ON "passkey_challenge" TO rozruch_worker;

GRANT UPDATE ("deletion_due_at") ON "app_user" TO rozruch_web;
GRANT DELETE ON "app_user" TO rozruch_worker;
GRANT DELETE ON "enrolment" TO rozruch_web;
GRANT UPDATE ("deleted_at", "fingerprint") ON "api_credential" TO rozruch_worker;
GRANT DELETE ON "access_test", "help_request", "message_report" TO rozruch_worker;

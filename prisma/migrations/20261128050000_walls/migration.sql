-- What the owner's functions name is the owner's. The session's own temporary tables are looked in first where a search
-- path does not say otherwise, so it says so, and every name has its schema as well.
CREATE OR REPLACE FUNCTION public."audit_words"(event public."audit_event", place BIGINT) RETURNS BYTEA
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT convert_to(jsonb_build_array(
    place, event.id, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    event.kind, event.actor_id, event.subject_id, event.facts)::text, 'UTF8')
$$;

-- Events that have no place in the chain yet; those of before have one each.
CREATE INDEX "audit_event_waiting" ON public."audit_event"("at", "id") WHERE "seq" IS NULL;

-- Gives every event that waits its place, unless somebody else is at it. Nobody waits for the chain: a transaction that
-- keeps it, by accident or to do harm, keeps events waiting and no writer of one. Gives how many were placed.
CREATE FUNCTION public."place_audit_events"() RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  chain public.audit_chain%ROWTYPE;
  event public.audit_event%ROWTYPE;
  placed BIGINT := 0;
BEGIN
  SELECT * INTO chain FROM public.audit_chain FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  FOR event IN SELECT * FROM public.audit_event WHERE seq IS NULL ORDER BY at, id LOOP
    UPDATE public.audit_event
    SET seq = chain.head_seq + 1, prev_hash = chain.head_hash,
        hash = sha256(chain.head_hash || public.audit_words(event, chain.head_seq + 1))
    WHERE id = event.id RETURNING seq, hash INTO STRICT chain.head_seq, chain.head_hash;
    placed := placed + 1;
  END LOOP;
  UPDATE public.audit_chain SET head_seq = chain.head_seq, head_hash = chain.head_hash;
  RETURN placed;
END
$$;

CREATE OR REPLACE FUNCTION public."chain_audit_event"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.place_audit_events();
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION public."forget_audit_before"(moment TIMESTAMPTZ) RETURNS BIGINT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '10s' AS $$
DECLARE
  newest_to_go public.audit_event%ROWTYPE;
  gone BIGINT;
BEGIN
  PERFORM 1 FROM public.audit_chain FOR UPDATE;
  -- Up to the event before the first one that stays: the chain is cut at one place.
  SELECT * INTO newest_to_go FROM public.audit_event
  WHERE seq < coalesce(
    (SELECT min(seq) FROM public.audit_event WHERE at >= least(moment, now() - interval '365 days')),
    (SELECT head_seq FROM public.audit_chain))
  ORDER BY seq DESC LIMIT 1;
  IF NOT FOUND THEN RETURN 0; END IF;
  DELETE FROM public.audit_event WHERE seq <= newest_to_go.seq;
  GET DIAGNOSTICS gone = ROW_COUNT;
  UPDATE public.audit_chain SET anchor_seq = newest_to_go.seq, anchor_hash = newest_to_go.hash;
  RETURN gone;
END
$$;

CREATE OR REPLACE FUNCTION public."require_live_vault_key"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.vault_key WHERE id = NEW.vault_key_id AND state IN ('active', 'opening') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The vault key % seals no more.', NEW.vault_key_id USING ERRCODE = 'check_violation', CONSTRAINT = 'vault_key_live';
  END IF;
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION public."end_sessions_of_changed_staff"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  was TEXT := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.role::text END;
  becomes TEXT := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE NEW.role::text END;
BEGIN
  IF was IS DISTINCT FROM becomes AND 'instructor' IN (coalesce(was, ''), coalesce(becomes, '')) THEN
    DELETE FROM public.session WHERE user_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
  END IF;
  RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION public."place_audit_events"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public."place_audit_events"() TO rozruch_worker;

-- Owners, who see every cohort; assistants, who answer and manage nothing; and cohorts that are put away.

-- Before 'instructor', so that the order of the words is the order of what they may.
ALTER TYPE "role" ADD VALUE 'assistant' BEFORE 'instructor';

ALTER TABLE "app_user" ADD COLUMN "is_owner" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "cohort" ADD COLUMN "archived_at" TIMESTAMPTZ(3);

-- What the schema language cannot say.

-- Whoever becomes staff, or is less than they were, signs in again. Who is staff already keeps the session in which a
-- cohort of their own is made.
CREATE OR REPLACE FUNCTION public."end_sessions_of_changed_staff"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  was TEXT := CASE WHEN TG_OP = 'INSERT' THEN 'student' ELSE OLD.role::text END;
  becomes TEXT := CASE WHEN TG_OP = 'DELETE' THEN 'student' ELSE NEW.role::text END;
  person UUID := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
BEGIN
  IF was = becomes THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' AND (
    EXISTS (SELECT FROM public.app_user u WHERE u.id = person AND u.is_owner)
    OR EXISTS (SELECT FROM public.enrolment e
               WHERE e.user_id = person AND e.cohort_id <> NEW.cohort_id AND e.role::text <> 'student')) THEN
    RETURN NULL;
  END IF;
  DELETE FROM public.session WHERE user_id = person;
  RETURN NULL;
END
$$;

CREATE FUNCTION public."end_sessions_of_changed_owner"() RETURNS TRIGGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.is_owner IS DISTINCT FROM NEW.is_owner THEN
    DELETE FROM public.session WHERE user_id = NEW.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "app_user_owner_changed" AFTER UPDATE OF "is_owner" ON "app_user"
FOR EACH ROW EXECUTE FUNCTION public."end_sessions_of_changed_owner"();
REVOKE ALL ON FUNCTION public."end_sessions_of_changed_owner"() FROM PUBLIC;

-- Privileges. Who owns the portal is the operator's to say: neither role may write that column.

-- Who manages which cohort, said in one place: its instructors, and the owners of the portal. Cohorts that are put away are nobody's work.

CREATE VIEW "cohort_manager" AS
SELECT e.user_id, e.cohort_id FROM enrolment e
JOIN cohort c ON c.id = e.cohort_id AND c.archived_at IS NULL
JOIN app_user u ON u.id = e.user_id AND u.disabled_at IS NULL AND u.deletion_due_at IS NULL
WHERE e.role = 'instructor'
UNION
SELECT u.id, c.id FROM app_user u CROSS JOIN cohort c
WHERE u.is_owner AND u.disabled_at IS NULL AND u.deletion_due_at IS NULL AND c.archived_at IS NULL;

GRANT SELECT ON "cohort_manager" TO rozruch_web, rozruch_worker;

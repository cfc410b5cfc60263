-- Each attempt counts against what a day may cost a student: whoever writes tests begins none below the first.
ALTER TABLE "access_test" ADD CONSTRAINT "access_test_attempt_counts" CHECK ("attempt" >= 0);

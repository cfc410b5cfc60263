import "server-only";
import type { Instructor } from "../viewer.ts";

/** For a `where`: people who are students of one of the instructor's cohorts. */
export const taughtBy = ({ cohortIds }: Pick<Instructor, "cohortIds">) => ({
  enrolments: { some: { role: "student" as const, cohortId: { in: [...cohortIds] } } },
});

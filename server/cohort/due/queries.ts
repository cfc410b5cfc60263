import "server-only";
import type { LessonDue } from "#domain/cohort/due";
import { database, type Transaction } from "../../database/client.ts";
import type { Manager, Student } from "../../viewer.ts";

const DUE = { module: true, lesson: true, dueAt: true } as const;

/** The days of a cohort of the manager's. */
export const duesOf = (manager: Manager, cohortId: string): Promise<LessonDue[]> =>
  database().lessonDue.findMany({
    where: { cohortId, AND: { cohortId: { in: [...manager.cohortIds] } } },
    select: DUE,
  });

/** The days that a student's cohorts name; `dueOf` says which of them counts. */
export const duesFor = ({ id: userId }: Pick<Student, "id">, db: Transaction = database()): Promise<LessonDue[]> =>
  db.lessonDue.findMany({
    where: { cohort: { archivedAt: null, enrolments: { some: { userId, role: "student" } } } },
    select: DUE,
  });

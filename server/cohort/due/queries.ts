import "server-only";
import { database } from "../../database/client.ts";
import type { Manager, Student } from "../../viewer.ts";
import type { Due } from "./commands.ts";

/** The days of a cohort of the manager's. */
export const duesOf = (manager: Manager, cohortId: string): Promise<Due[]> =>
  database().lessonDue.findMany({
    where: { cohortId, AND: { cohortId: { in: [...manager.cohortIds] } } },
    select: { module: true, lesson: true, dueAt: true },
  });

/** The day until which a student is to be through with a lesson: the earliest that one of their cohorts says. */
export async function dueFor(
  student: Pick<Student, "id">,
  { module, slug: lesson }: { readonly module: string; readonly slug: string },
): Promise<Date | null> {
  const cohort = { archivedAt: null, enrolments: { some: { userId: student.id, role: "student" as const } } };
  const due = await database().lessonDue.findFirst({
    where: { module, lesson, cohort },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true },
  });
  return due?.dueAt ?? null;
}

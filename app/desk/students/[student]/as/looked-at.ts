import { z } from "zod";
import { type StudentView, studentOf } from "#server/cohort/queries";
import { requireInstructor } from "#server/viewer";

const StudentId = z.uuid();

/** The student whose pages are looked at, if they are in one of the viewer's cohorts. */
export async function lookedAt(params: Promise<{ student: string }>): Promise<StudentView | null> {
  const instructor = await requireInstructor();
  const id = StudentId.safeParse((await params).student);
  return id.success ? studentOf(instructor, id.data) : null;
}

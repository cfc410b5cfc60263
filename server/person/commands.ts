import "server-only";
import { record } from "../audit/record.ts";
import { database } from "../database/client.ts";
import type { Instructor } from "../viewer.ts";

/** Writes down that somebody has looked at a student's pages as the student sees them. */
export const noteLook = (instructor: Instructor, studentId: string): Promise<void> =>
  record(database(), { kind: "person.looked_at", actorId: instructor.id, subjectId: studentId });

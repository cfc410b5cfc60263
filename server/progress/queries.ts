import "server-only";
import { database } from "../database/client.ts";
import type { Student } from "../viewer.ts";

export type StepRow = { readonly stepId: string; readonly tickedAt: Date | null; readonly provenAt: Date | null };

/** Where a student stands: a row per step that was ever touched. */
export const progressOf = (student: Pick<Student, "id">): Promise<StepRow[]> =>
  database().stepProgress.findMany({
    where: { userId: student.id },
    select: { stepId: true, tickedAt: true, provenAt: true },
  });

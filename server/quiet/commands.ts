import "server-only";
import { database } from "../database/client.ts";
import type { Student } from "../viewer.ts";

/** Lets the portal look now and then whether the key still works, or stops it. */
export async function chooseQuietRetests(student: Student, isWanted: boolean): Promise<void> {
  await database().user.updateMany({ where: { id: student.id }, data: { quietRetests: isWanted } });
}

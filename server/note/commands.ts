import "server-only";
import { withoutSecrets } from "#domain/paste/without-secrets";
import { database } from "../database/client.ts";
import { taughtBy } from "../paste/taught-by.ts";
import type { Instructor } from "../viewer.ts";

export const LONGEST_NOTE = 4_000;

/** The same words about each of them. Gives about how many; those who are not the instructor's are left out. */
export async function addNote(instructor: Instructor, studentIds: readonly string[], text: string): Promise<number> {
  const people = await database().user.findMany({
    where: { id: { in: [...studentIds] }, ...taughtBy(instructor) },
    select: { id: true },
  });
  const words = withoutSecrets(text);
  const data = people.map(({ id: userId }) => ({ userId, authorId: instructor.id, text: words }));
  const { count } = await database().staffNote.createMany({ data });
  return count;
}

/** Only one's own. Somebody else's, or none, looks the same: nothing happens. */
export async function deleteNote(instructor: Instructor, noteId: string): Promise<void> {
  await database().staffNote.deleteMany({ where: { id: noteId, authorId: instructor.id } });
}

import "server-only";
import { database } from "../database/client.ts";
import { taughtBy } from "../paste/taught-by.ts";
import type { Instructor } from "../viewer.ts";

export type NoteView = {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly author: string | null;
  readonly isOwn: boolean;
};

const MOST_SHOWN = 50;

/** What staff have noted of one student of the instructor's own cohorts, newest first. */
export async function notesOf(instructor: Instructor, studentId: string): Promise<NoteView[]> {
  const rows = await database().staffNote.findMany({
    where: { userId: studentId, user: taughtBy(instructor) },
    orderBy: { createdAt: "desc" },
    take: MOST_SHOWN,
    select: { id: true, text: true, createdAt: true, authorId: true, author: { select: { name: true } } },
  });
  return rows.map(({ authorId, author, ...note }) => ({
    ...note,
    author: author?.name ?? null,
    isOwn: authorId === instructor.id,
  }));
}

import { AuthorNotes } from "#components/author/author-notes";
import { notesOnLesson } from "#server/course/author/queries";

type Props = { readonly place: Parameters<typeof notesOnLesson>[0] };

/** A part of its own, so that the page does not wait until its author's notes are gathered. */
export const LessonNotes = async ({ place }: Props) => <AuthorNotes notes={await notesOnLesson(place)} />;

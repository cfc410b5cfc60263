import { AuthorNotes } from "#components/author/author-notes";
import { notesOnCause } from "#server/course/author/queries";

type Props = { readonly place: Parameters<typeof notesOnCause>[0] };

/** A part of its own, so that the page does not wait until its author's notes are gathered. */
export const CauseNotes = async ({ place }: Props) => <AuthorNotes notes={await notesOnCause(place)} />;

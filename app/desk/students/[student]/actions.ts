"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { isCauseId } from "#domain/cause/cause";
import { removeStudent } from "#server/cohort/commands";
import { answerHelpRequest } from "#server/help/commands";
import { answerStudent, reopenRequestOf } from "#server/help/thread/commands";
import { addNote, deleteNote, LONGEST_NOTE } from "#server/note/commands";
import { requireInstructor, requireManager, requireRecentSignIn } from "#server/viewer";

const StudentForm = z.object({ student: z.uuid() });

export async function markAnswered(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { student } = StudentForm.parse({ student: form.get("student") });
  const answered = await answerHelpRequest(instructor, student);
  if (!answered.ok) notFound();
  refresh();
}

export async function reopen(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { student } = StudentForm.parse({ student: form.get("student") });
  const opened = await reopenRequestOf(instructor, student);
  if (!opened.ok) notFound();
  refresh();
}

export type AnswerState = {
  readonly refusal: "empty" | "too_long" | "too_many" | "not_found" | null;
  readonly text: string;
  /** How many were sent from this page: the field is empty after each. */
  readonly sent: number;
};

const LONGEST_ANSWER = 2_000;

/** A refused text comes back to its field. */
export async function answer(before: AnswerState, form: FormData): Promise<AnswerState> {
  const instructor = await requireInstructor();
  const { student } = StudentForm.parse({ student: form.get("student") });
  const text = String(form.get("text") ?? "").trim();
  if (text === "") return { ...before, refusal: "empty", text };
  if (text.length > LONGEST_ANSWER) return { ...before, refusal: "too_long", text };
  const about = String(form.get("cause") ?? "");
  const said = { text, cause: isCauseId(about) ? about : null, now: new Date() };
  const answered = await answerStudent(instructor, student, said);
  if (!answered.ok) notFound();
  refresh();
  return { refusal: null, text: "", sent: before.sent + 1 };
}

const NoteForm = z.object({ student: z.uuid(), text: z.string().trim().min(1).max(LONGEST_NOTE) });

export async function addNoteTo(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const note = NoteForm.safeParse({ student: form.get("student"), text: form.get("text") });
  // The browser asks for words itself; without them there is nothing to note.
  if (!note.success) return refresh();
  if ((await addNote(instructor, [note.data.student], note.data.text)) === 0) notFound();
  refresh();
}

const NoteId = z.object({ note: z.uuid() });

export async function removeNote(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { note } = NoteId.parse({ note: form.get("note") });
  await deleteNote(instructor, note);
  refresh();
}

export async function remove(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { student } = StudentForm.parse({ student: form.get("student") });
  await requireRecentSignIn(`/desk/students/${student}`);
  if (!(await removeStudent(manager, student, new Date()))) notFound();
  redirect("/desk?removed=yes");
}

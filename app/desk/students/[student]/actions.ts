"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { removeStudent } from "#server/cohort/commands";
import { answerHelpRequest } from "#server/help/commands";
import { requireInstructor, requireManager, requireRecentSignIn } from "#server/viewer";

const StudentForm = z.object({ student: z.uuid() });

export async function markAnswered(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { student } = StudentForm.parse({ student: form.get("student") });
  const answered = await answerHelpRequest(instructor, student);
  if (!answered.ok) notFound();
  refresh();
}

export async function remove(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { student } = StudentForm.parse({ student: form.get("student") });
  await requireRecentSignIn(`/desk/students/${student}`);
  if (!(await removeStudent(manager, student, new Date()))) notFound();
  redirect("/desk?removed=yes");
}

"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { markHandled } from "#server/screen/commands";
import { requireInstructor } from "#server/viewer";

const MOST_AT_ONCE = 200;
const MarkForm = z.object({ reports: z.array(z.uuid()).min(1).max(MOST_AT_ONCE), handled: z.enum(["yes", "no"]) });

/** Says which state is wanted, of one report or of several. The page it leads to offers to undo it. */
export async function mark(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { reports, handled } = MarkForm.parse({ reports: form.getAll("report"), handled: form.get("handled") });
  const handledAt = handled === "yes" ? new Date() : null;
  const marked = await markHandled(instructor, reports, handledAt);
  if (!marked.ok) notFound();
  redirect(handledAt ? `/desk/screens?done=${handledAt.getTime()}` : "/desk/screens");
}

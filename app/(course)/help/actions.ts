"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { whenAgain } from "#server/door/come-back";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { requireStudent } from "#server/viewer";

const LONGEST_NOTE = 2_000;
const HelpForm = z.object({
  note: z.string().trim().min(1, "empty").max(LONGEST_NOTE, "too_long"),
  step: z.string().regex(/^[a-z0-9-]{0,80}$/),
});

export type HelpState = {
  readonly refusal: "empty" | "too_long" | "too_many" | null;
  readonly note: string;
  /** When to come back, in words, where a limit was met. */
  readonly when?: string;
};

/** A refused text comes back to its field, so that nothing is lost. */
export async function ask(_: HelpState, form: FormData): Promise<HelpState> {
  const student = await requireStudent();
  const note = String(form.get("note") ?? "");
  const parsed = HelpForm.safeParse({ note, step: form.get("step") ?? "" });
  if (!parsed.success) return { refusal: note.trim() === "" ? "empty" : "too_long", note };
  const asked = await askForHelp(student, { note: parsed.data.note, stepId: parsed.data.step || null });
  if (!asked.ok) return { refusal: asked.refusal, note, when: await whenAgain(asked) };
  redirect("/help?sent=yes");
}

export async function withdraw(): Promise<void> {
  const student = await requireStudent();
  await withdrawHelpRequest(student);
  redirect("/help");
}

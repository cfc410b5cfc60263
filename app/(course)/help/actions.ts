"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { whenAgain } from "#server/door/come-back";
import { askForHelp, withdrawHelpRequest } from "#server/help/commands";
import { addToRequest, markHelpSeen, reopenRequest } from "#server/help/thread/commands";
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
  const userAgent = (await headers()).get("user-agent");
  const asked = await askForHelp(student, { note: parsed.data.note, stepId: parsed.data.step || null, userAgent });
  if (!asked.ok) return { refusal: asked.refusal, note, when: await whenAgain(asked) };
  redirect("/help?sent=yes");
}

export async function withdraw(): Promise<void> {
  const student = await requireStudent();
  await withdrawHelpRequest(student);
  redirect("/help");
}

export async function reopen(): Promise<void> {
  const student = await requireStudent();
  await reopenRequest(student);
  redirect("/help");
}

export type ReplyState = {
  readonly refusal: "empty" | "too_long" | "too_many" | "not_found" | null;
  readonly text: string;
  readonly when?: string;
  /** How many were sent from this page: the field is empty after each. */
  readonly sent: number;
};

export async function reply(before: ReplyState, form: FormData): Promise<ReplyState> {
  const student = await requireStudent();
  const text = String(form.get("text") ?? "");
  if (text.trim() === "") return { ...before, refusal: "empty", text };
  if (text.trim().length > LONGEST_NOTE) return { ...before, refusal: "too_long", text };
  const added = await addToRequest(student, text.trim());
  if (!added.ok) return { ...before, refusal: added.refusal, text, when: await whenAgain(added) };
  refresh();
  return { refusal: null, text: "", sent: before.sent + 1 };
}

export async function markSeen(): Promise<void> {
  const student = await requireStudent();
  await markHelpSeen(student, new Date());
  refresh();
}

"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { setNudge } from "#server/nudge/commands";
import { requireManager } from "#server/viewer";

const NudgeForm = z.object({ cohort: z.uuid(), days: z.coerce.number().int().min(0).max(30) });

export async function nudge(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { cohort, days } = NudgeForm.parse({ cohort: form.get("cohort"), days: form.get("days") });
  if (!(await setNudge(manager, cohort, days === 0 ? null : days))) notFound();
  redirect("/desk/messages?nudge=saved");
}

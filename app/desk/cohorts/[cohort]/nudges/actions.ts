"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { readRules } from "#domain/nudge/rule";
import { setNudges } from "#server/nudge/commands";
import { requireManager } from "#server/viewer";

const CohortForm = z.object({ cohort: z.uuid() });

/** Switches on what is ticked, and off what is not. */
export async function saveNudges(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { cohort } = CohortForm.parse({ cohort: form.get("cohort") });
  const rules = readRules(form.getAll("on").map(String), (kind) => String(form.get(kind) ?? ""));
  if (rules && !(await setNudges(manager, cohort, rules))) notFound();
  redirect(`/desk/cohorts/${cohort}/nudges?said=${rules ? "saved" : "badDays"}`);
}

"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { cleanName } from "#domain/roster/name";
import { createCohort, restoreCohort } from "#server/cohort/manage/commands";
import { requireManager } from "#server/viewer";

const NewCohort = z.object({ name: z.string().transform(cleanName).pipe(z.string().min(1).max(80)) });
const CohortForm = z.object({ cohort: z.uuid() });

export async function create(form: FormData): Promise<void> {
  const manager = await requireManager();
  const read = NewCohort.safeParse({ name: form.get("name") });
  if (!read.success) redirect("/desk/cohorts?said=badName#new");
  redirect(`/desk/cohorts/${await createCohort(manager, read.data.name)}`);
}

export async function restore(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { cohort } = CohortForm.parse({ cohort: form.get("cohort") });
  const restored = await restoreCohort(manager, cohort);
  if (!restored.ok) notFound();
  refresh();
}

"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { confirmImport, dropImport } from "#server/roster/commands";
import { requireManager } from "#server/viewer";

const ListForm = z.object({ cohort: z.uuid(), list: z.uuid() });
const listIn = (form: FormData) => ListForm.parse({ cohort: form.get("cohort"), list: form.get("list") });

export async function confirm(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { cohort, list } = listIn(form);
  const confirmed = await confirmImport(
    manager,
    { importId: list, invites: form.get("invites") === "yes" },
    new Date(),
  );
  redirect(`/desk/cohorts/${cohort}/import${confirmed.ok ? `/${list}` : "?said=not_found"}`);
}

export async function drop(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { cohort, list } = listIn(form);
  await dropImport(manager, list);
  redirect(`/desk/cohorts/${cohort}`);
}

"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { EditState } from "#components/desk/connections/edit-endpoint";
import { whenAgain } from "#server/door/come-back";
import { requireManager, requireRecentSignIn } from "#server/viewer";
import { editEndpoint } from "#server/webhook/edit/commands";
import { endpointOf } from "#server/webhook/queries";
import { wishIn, wishOf } from "../../wish.ts";

const EditForm = z.object({ endpoint: z.uuid(), version: z.coerce.number().int().min(1).max(2_147_483_647) });

export async function edit(_: EditState, form: FormData): Promise<EditState> {
  const manager = await requireManager();
  const { endpoint, version } = EditForm.parse({ endpoint: form.get("endpoint"), version: form.get("version") });
  const page = `/desk/connections/${endpoint}`;
  await requireRecentSignIn(`${page}/edit`);
  const wish = wishIn(form);
  const again = { ...wish, version, saved: null };
  if (wish.events.length === 0) return { ...again, refusal: "no_events" };
  const { name, url, events, cohorts, withNames } = wish;
  const said = { name: name || null, url, events, cohortIds: cohorts, withNames };
  const edited = await editEndpoint(manager, { ...said, endpointId: endpoint, version }, new Date());
  if (edited.ok) redirect(`${page}?done=${edited.value.moved ? "moved" : "edited"}`);
  if (edited.refusal === "not_found") notFound();
  if (edited.refusal !== "changed") return { ...again, refusal: edited.refusal, when: await whenAgain(edited) };
  const now = (await endpointOf(manager, endpoint)) ?? notFound();
  return { ...again, refusal: null, version: now.version, saved: wishOf(now) };
}

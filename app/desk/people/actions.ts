"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { addressOf, questionIn } from "#domain/roster/people-question";
import { ROLES } from "#domain/roster/role";
import { changeRole, moveStudent, takeInvitationBack } from "#server/people/commands";
import { requireManager, requireRecentSignIn } from "#server/viewer";

const PlaceForm = z.object({ person: z.uuid(), cohort: z.uuid() });
const RoleForm = z.object({ role: z.enum(ROLES) });
const MoveForm = z.object({ to: z.uuid() });

function placeIn(form: FormData) {
  const { person, cohort } = PlaceForm.parse({ person: form.get("person"), cohort: form.get("cohort") });
  return { userId: person, cohortId: cohort };
}

/** The list as it was asked for. */
const listIn = (form: FormData): string =>
  addressOf(questionIn(Object.fromEntries(new URLSearchParams(String(form.get("list") ?? "")))));

function back(form: FormData, answer: { readonly ok: true } | { readonly ok: false; readonly refusal: string }): never {
  const list = listIn(form);
  redirect(`${list}${list.includes("?") ? "&" : "?"}said=${answer.ok ? "saved" : answer.refusal}`);
}

export async function setRole(form: FormData): Promise<void> {
  const manager = await requireManager();
  await requireRecentSignIn("/desk/people");
  const { role } = RoleForm.parse({ role: form.get("role") });
  back(form, await changeRole(manager, placeIn(form), role));
}

export async function move(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { to } = MoveForm.parse({ to: form.get("to") });
  back(form, await moveStudent(manager, placeIn(form), to));
}

export async function takeBack(form: FormData): Promise<void> {
  const manager = await requireManager();
  back(form, await takeInvitationBack(manager, placeIn(form), new Date()));
}

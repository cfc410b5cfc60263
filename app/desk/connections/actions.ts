"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { AddState } from "#components/desk/connections/add-endpoint";
import type { MakeState } from "#components/desk/connections/make-token";
import { SCOPES, TOKEN_DAYS } from "#domain/api/scope";
import { makeToken, revokeToken } from "#server/api/commands";
import { whenAgain } from "#server/door/come-back";
import { requireManager, requireRecentSignIn } from "#server/viewer";
import { addEndpoint } from "#server/webhook/commands";
import { wishIn } from "./wish.ts";

const PAGE = "/desk/connections";

export async function add(_: AddState, form: FormData): Promise<AddState> {
  const manager = await requireManager();
  await requireRecentSignIn(PAGE);
  const wish = wishIn(form);
  if (wish.events.length === 0) return { ...wish, added: null, refusal: "no_events" };
  const { name, url, events, cohorts, withNames } = wish;
  const added = await addEndpoint(manager, { name: name || null, url, events, cohortIds: cohorts, withNames });
  if (!added.ok) return { ...wish, added: null, refusal: added.refusal, when: await whenAgain(added) };
  refresh();
  return { ...wish, added: added.value, refusal: null };
}

const DAYS = TOKEN_DAYS.map(String) as [string, ...string[]];
const MakeForm = z.object({
  name: z.string().trim().max(80),
  scopes: z.array(z.enum(SCOPES)),
  days: z.enum(DAYS).transform(Number),
});

export async function make(_: MakeState, form: FormData): Promise<MakeState> {
  const manager = await requireManager();
  await requireRecentSignIn(PAGE);
  const wish = MakeForm.parse({
    name: form.get("name") ?? "",
    scopes: form.getAll("scope"),
    days: form.get("days"),
  });
  const { name, scopes } = wish;
  if (name === "") return { token: null, refusal: "no_name", name, scopes };
  if (scopes.length === 0) return { token: null, refusal: "no_scopes", name, scopes };
  const made = await makeToken(manager, wish, new Date());
  if (!made.ok) return { token: null, refusal: made.refusal, name, scopes };
  refresh();
  return { token: made.value, refusal: null, name, scopes };
}

export async function revoke(form: FormData): Promise<void> {
  const manager = await requireManager();
  if (!(await revokeToken(manager, z.uuid().parse(form.get("token"))))) notFound();
  refresh();
}

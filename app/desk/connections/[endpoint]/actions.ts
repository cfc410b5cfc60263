"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { BACK_HOURS } from "#components/desk/connections/failed-again";
import type { RotateState } from "#components/desk/connections/rotate-secret";
import { requireManager, requireRecentSignIn } from "#server/viewer";
import { removeEndpoint, rotateSecret, sendTrial, setPaused } from "#server/webhook/commands";
import { replay } from "#server/webhook/replay/commands";

const HOUR_MS = 3_600_000;
const idIn = (form: FormData): string => z.uuid().parse(form.get("endpoint"));
const pageOf = (endpoint: string): string => `/desk/connections/${endpoint}`;

export async function trial(form: FormData): Promise<void> {
  const manager = await requireManager();
  const endpoint = idIn(form);
  const sent = await sendTrial(manager, endpoint);
  if (!sent.ok && sent.refusal === "not_found") notFound();
  redirect(`${pageOf(endpoint)}?done=${sent.ok ? "trial" : "wait"}`);
}

export async function pause(form: FormData): Promise<void> {
  const manager = await requireManager();
  const paused = z.enum(["yes", "no"]).parse(form.get("paused"));
  if (!(await setPaused(manager, idIn(form), paused === "yes" ? new Date() : null))) notFound();
  refresh();
}

export async function rotate(_: RotateState, form: FormData): Promise<RotateState> {
  const manager = await requireManager();
  const endpoint = idIn(form);
  await requireRecentSignIn(pageOf(endpoint));
  const secret = await rotateSecret(manager, endpoint, new Date());
  return secret === null ? notFound() : { secret };
}

export async function remove(form: FormData): Promise<void> {
  const manager = await requireManager();
  if (!(await removeEndpoint(manager, idIn(form)))) notFound();
  redirect("/desk/connections");
}

const HOURS = BACK_HOURS.map(String) as [string, ...string[]];
const AgainForm = z.union([z.object({ deliveryId: z.uuid() }), z.object({ hours: z.enum(HOURS).transform(Number) })]);

export async function again(form: FormData): Promise<void> {
  const manager = await requireManager();
  const endpointId = idIn(form);
  const wish = AgainForm.parse({ deliveryId: form.get("delivery"), hours: form.get("hours") });
  const now = new Date();
  const which = "hours" in wish ? { failedSince: new Date(now.getTime() - wish.hours * HOUR_MS) } : wish;
  const sent = await replay(manager, { endpointId, ...which }, now);
  if (!sent.ok && sent.refusal === "not_found") notFound();
  redirect(`${pageOf(endpointId)}?done=${sent.ok ? sent.value : "wait"}`);
}

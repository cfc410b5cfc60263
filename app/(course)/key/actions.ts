"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { PROVIDERS } from "#domain/check/provider";
import { chooseFarewell, forgetKey } from "#server/credential/commands";
import { chooseQuietRetests } from "#server/quiet/commands";
import { requireRecentSignIn, requireStudent } from "#server/viewer";

export async function chooseQuiet(form: FormData): Promise<void> {
  const student = await requireStudent();
  await chooseQuietRetests(student, form.get("wanted") === "yes");
  refresh();
}

/** An empty day takes the chosen one back. A day deletes the key as surely as the button does. */
export async function chooseDay(form: FormData): Promise<void> {
  const student = await requireStudent();
  await requireRecentSignIn("/key");
  const day = String(form.get("day") ?? "");
  const outcome = await chooseFarewell(student, "openai", day || null);
  if (!outcome.ok) redirect("/key?day=wrong");
  refresh();
}

const ProviderForm = z.object({ provider: z.enum(PROVIDERS) });

export async function deleteKey(form: FormData): Promise<void> {
  const student = await requireStudent();
  await requireRecentSignIn("/key");
  const { provider } = ProviderForm.parse({ provider: form.get("provider") ?? "openai" });
  await forgetKey(student, provider);
  redirect(`/key?deleted=${provider}`);
}

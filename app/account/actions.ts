"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { DIGESTS } from "#domain/digest/due";
import { chooseLetters, planDeletion } from "#server/account/commands";
import { endSessionOf, endSessionsOf } from "#server/session/commands";
import { sessionCookie } from "#server/sign-in/next-auth";
import { requireRecentSignIn, requireViewer } from "#server/viewer";

const SessionForm = z.object({ session: z.uuid() });

export async function endOne(form: FormData): Promise<void> {
  const { person } = await requireViewer();
  await endSessionOf(person, SessionForm.parse({ session: form.get("session") }).session);
  refresh();
}

export async function endOthers(): Promise<void> {
  const { person } = await requireViewer();
  await endSessionsOf(person, (await cookies()).get(sessionCookie())?.value ?? null);
  refresh();
}

export async function endAll(): Promise<void> {
  const { person } = await requireViewer();
  await endSessionsOf(person, null);
  (await cookies()).delete(sessionCookie());
  redirect("/login");
}

const LettersForm = z.object({ messagesByMail: z.boolean(), digest: z.enum(DIGESTS).nullable() });

export async function choose(form: FormData): Promise<void> {
  const { person } = await requireViewer();
  const wish = { messagesByMail: form.get("messages") === "yes", digest: form.get("digest") };
  await chooseLetters(person, LettersForm.parse(wish));
  redirect("/account?letters=saved");
}

export async function deleteAccount(): Promise<void> {
  const { person } = await requireViewer();
  await requireRecentSignIn("/account");
  await planDeletion(person, new Date());
  (await cookies()).delete(sessionCookie());
  redirect("/login?farewell=yes");
}

"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { endSession } from "#server/sign-in/commands";
import { requireViewer } from "#server/viewer";
import { chooseLocale } from "#server/wording/commands";

export async function signOut(): Promise<void> {
  const { person } = await requireViewer();
  const cookie = await endSession(person, await cookies());
  (await cookies()).delete(cookie);
  redirect("/login");
}

export async function setLocale(form: FormData): Promise<void> {
  const { person } = await requireViewer();
  await chooseLocale(person, form.get("locale") === "en" ? "en" : "pl", await cookies());
  refresh();
}

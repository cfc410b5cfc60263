"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { ownPath } from "#domain/sign-in/own-path";
import { againAt } from "#server/door/come-back";
import { ipOf } from "#server/door/guard";
import { requestSignIn } from "#server/sign-in/commands";
import { mailCookie } from "#server/sign-in/door-cookie";
import { keepNextPage } from "#server/sign-in/next-page";
import { requireViewer } from "#server/viewer";

/** The mail goes to the person's own address and to no other. */
export async function askAgain(form: FormData): Promise<void> {
  const { person } = await requireViewer();
  const to = ownPath(String(form.get("to") ?? ""));
  const asked = await requestSignIn(person.email, { ip: ipOf(await headers()), isKnown: true });
  if (!asked.ok) redirect(`/login/again?to=${encodeURIComponent(to)}&error=${asked.refusal}${againAt(asked)}`);
  mailCookie.keep(await cookies(), asked.value.browserToken);
  keepNextPage(await cookies(), to);
  redirect("/login/sent");
}

"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { againAt } from "#server/door/come-back";
import { showDigits, showRecoveryCode } from "#server/second-factor/commands";
import { keepSession, sessionCookie } from "#server/sign-in/next-auth";
import { nextPageIn } from "#server/sign-in/next-page";
import { requireHalfway } from "#server/viewer";

/** Takes the six digits or, from the other field, a recovery code. */
export async function show(form: FormData): Promise<void> {
  const half = await requireHalfway();
  const jar = await cookies();
  const token = jar.get(sessionCookie())?.value ?? "";
  const [digits, recovery] = ["digits", "recovery"].map((name) => String(form.get(name) ?? "").slice(0, 40));
  const shown = recovery
    ? await showRecoveryCode(half, recovery, token, new Date())
    : await showDigits(half, digits ?? "", token, new Date());
  if (!shown.ok) redirect(`/login/second?error=${shown.refusal}${recovery ? "&by=recovery" : ""}${againAt(shown)}`);
  keepSession(jar, shown.value);
  redirect(nextPageIn(jar));
}

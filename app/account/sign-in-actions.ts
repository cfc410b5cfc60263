"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { z } from "zod";
import { unlink } from "#server/external-account/commands";
import { identityProviderNamed } from "#server/external-account/queries";
import { addPasskey, offerPasskey, removePasskey } from "#server/passkey/commands";
import { forgetApp } from "#server/second-factor/commands";
import { passkeyCookie } from "#server/sign-in/door-cookie";
import { requireRecentSignIn, requireViewer } from "#server/viewer";

export async function offer() {
  const { person } = await requireViewer();
  await requireRecentSignIn("/account");
  const offered = await offerPasskey(person, (await headers()).get("origin"));
  if (!offered.ok)
    return { options: null, refusal: offered.refusal === "full" ? ("full" as const) : ("not_made" as const) };
  passkeyCookie.keep(await cookies(), offered.value.browserToken);
  return { options: offered.value.options, refusal: null };
}

const Answer = z
  .string()
  .max(16_384)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("no JSON");
      return z.NEVER;
    }
  });

/** Keeps what the device has made, by the name of the browser that made it; says whether it is a passkey. */
export async function add(answer: string): Promise<boolean> {
  const { person } = await requireViewer();
  await requireRecentSignIn("/account");
  const made = Answer.safeParse(answer);
  const browserToken = passkeyCookie.heldBy(await cookies());
  if (!made.success || !browserToken) return false;
  const userAgent = (await headers()).get("user-agent");
  const added = await addPasskey(person, made.data, { browserToken, userAgent });
  refresh();
  return added.ok;
}

const PasskeyForm = z.object({ passkey: z.uuid() });

export async function remove(form: FormData): Promise<void> {
  const { person } = await requireViewer();
  await requireRecentSignIn("/account");
  await removePasskey(person, PasskeyForm.parse({ passkey: form.get("passkey") }).passkey);
  refresh();
}

export async function removeLink(form: FormData): Promise<void> {
  const { person } = await requireViewer();
  const provider = identityProviderNamed(String(form.get("provider")));
  if (!provider) notFound();
  await unlink(person, provider);
  refresh();
}

export async function forgetFactor(): Promise<void> {
  const { person } = await requireViewer();
  await requireRecentSignIn("/account");
  const forgotten = await forgetApp(person);
  if (!forgotten.ok) notFound();
  refresh();
}

"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { CHECKS, providerOf } from "#domain/check/check";
import { PROVIDERS } from "#domain/check/provider";
import { cancelTest, testAccessLater } from "#server/access-test/commands";
import { againAt } from "#server/door/come-back";
import { requireStudent } from "#server/viewer";
import { askAfterWait, waitForProvider } from "#server/waiting/commands";

const TestForm = z.object({
  image: z.literal("yes").optional(),
  provider: z.enum(PROVIDERS).default("openai"),
  only: z.enum(CHECKS).optional(),
});
const WaitForm = z.object({ check: z.enum(["openai.credits", "openai.image"]) });
const FIELDS = ["image", "provider", "only"];

export async function testAccess(form: FormData): Promise<void> {
  const student = await requireStudent();
  const fields = Object.fromEntries([...form].filter(([name]) => FIELDS.includes(name)));
  const { image, provider, only } = TestForm.parse(fields);
  const wish = only ? { provider: providerOf(only), only } : { provider };
  const started = await testAccessLater(student, { ...wish, imageConsent: image === "yes" });
  if (started.ok || started.refusal === "already_running") redirect("/test");
  redirect(`/test?refusal=${started.refusal}${againAt(started)}`);
}

export async function cancel(): Promise<void> {
  const student = await requireStudent();
  await cancelTest(student);
  redirect("/test");
}

export async function waitHere(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { check } = WaitForm.parse({ check: form.get("check") });
  const waiting = await waitForProvider(student, check);
  if (waiting.ok || waiting.refusal === "nothing_refused") redirect("/test");
  redirect(`/test?refusal=${waiting.refusal}${againAt(waiting)}`);
}

/** 'The organization is the same': from here on a person is needed. */
export async function sameOrganization(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { check } = WaitForm.parse({ check: form.get("check") });
  const asked = await askAfterWait(student, check);
  if (asked.ok) redirect("/help?sent=yes");
  redirect(asked.refusal === "too_many" ? `/test?refusal=too_many_requests${againAt(asked)}` : "/test");
}

"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { testAccessLater, waitForProvider } from "#server/access-test/commands";
import { requireStudent } from "#server/viewer";

const TestForm = z.object({ image: z.literal("yes").optional() });
const WaitForm = z.object({ check: z.enum(["openai.credits", "openai.image"]) });

export async function testAccess(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { image } = TestForm.parse(Object.fromEntries([...form].filter(([name]) => name === "image")));
  const started = await testAccessLater(student, { imageConsent: image === "yes" });
  redirect(started.ok || started.refusal === "already_running" ? "/test" : `/test?refusal=${started.refusal}`);
}

export async function waitHere(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { check } = WaitForm.parse({ check: form.get("check") });
  const waiting = await waitForProvider(student, check);
  redirect(waiting.ok || waiting.refusal === "nothing_refused" ? "/test" : `/test?refusal=${waiting.refusal}`);
}

"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { tickStep, untickStep } from "#server/progress/commands";
import { requireStudent } from "#server/viewer";

const StepForm = z.object({ step: z.string().regex(/^[a-z0-9-]{1,80}$/), done: z.enum(["yes", "no"]) });

/** Says which state is wanted instead of turning the present one over, so that a second click changes nothing. */
export async function markStep(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { step, done } = StepForm.parse(Object.fromEntries(form));
  await (done === "yes" ? tickStep(student, step) : untickStep(student, step));
  refresh();
}

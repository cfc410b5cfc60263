"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { lessonOfStep } from "#domain/course/course";
import { moduleFor } from "#server/course/queries";
import { tickStep, untickStep } from "#server/progress/commands";
import { requireStudent, type Student } from "#server/viewer";

const StepForm = z.object({ step: z.string().regex(/^[a-z0-9-]{1,80}$/), done: z.enum(["yes", "no"]) });

/** Says which state is wanted instead of turning the present one over, so that a second click changes nothing. */
export async function markStep(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { step, done } = StepForm.parse(Object.fromEntries(form));
  if (done === "no") await untickStep(student, step);
  const ticked = done === "yes" ? await tickStep(student, step) : null;
  if (ticked?.ok === false) await say(ticked.refusal, student, step);
  refresh();
}

/** The step itself says why it is locked, where a page that had been open for long still offered its tick. */
async function say(refusal: "locked" | "not_there", student: Student, stepId: string): Promise<never> {
  const lesson = lessonOfStep(await moduleFor(student, "pl"), stepId);
  if (refusal === "not_there" || !lesson) notFound();
  const step = lesson.steps.find(({ id }) => id === stepId);
  redirect(`/lessons/${lesson.module}/${lesson.slug}?refused=${stepId}#${step?.anchor}`);
}

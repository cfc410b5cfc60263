"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { stepsOf } from "#domain/course/course";
import { wholeModule } from "#server/course/queries";
import { requireManager } from "#server/viewer";
import { endWaiver, LONGEST_REASON, waiveStep } from "#server/waiver/commands";
import { saying } from "../view.ts";

export type WaiveState = {
  readonly refusal: "no_step" | "no_reason" | "too_long" | null;
  readonly step: string;
  readonly reason: string;
};

const Who = z.array(z.uuid()).min(1).max(200);

/** What was typed comes back with a refusal. */
export async function waive(_: WaiveState, form: FormData): Promise<WaiveState> {
  const manager = await requireManager();
  const studentIds = Who.parse(form.getAll("who"));
  const [step, reason] = [String(form.get("step") ?? ""), String(form.get("reason") ?? "").trim()];
  const isStep = stepsOf(await wholeModule("pl")).some(({ id }) => id === step);
  if (!isStep) return { refusal: "no_step", step: "", reason };
  if (reason === "") return { refusal: "no_reason", step, reason };
  if (reason.length > LONGEST_REASON) return { refusal: "too_long", step, reason };
  const count = await waiveStep(manager, { studentIds, stepId: step, reason, now: new Date() });
  redirect(
    saying(studentIds.length === 1 ? `/desk/students/${studentIds[0]}` : "/desk", { did: "waived", n: `${count}` }),
  );
}

const EndForm = z.object({ student: z.uuid(), step: z.string().max(80) });

export async function endOfWaiver(form: FormData): Promise<void> {
  const manager = await requireManager();
  const { student, step } = EndForm.parse({ student: form.get("student"), step: form.get("step") });
  if (!(await endWaiver(manager, { studentId: student, stepId: step, now: new Date() }))) notFound();
  redirect(`/desk/students/${student}`);
}

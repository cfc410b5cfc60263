"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Forwarded } from "#components/paste/forward-form";
import { isCauseId } from "#domain/cause/cause";
import { stepOfCause } from "#domain/help/step-of-cause";
import { causePageFor, moduleFor } from "#server/course/queries";
import { againAt, whenAgain } from "#server/door/come-back";
import { askForHelp } from "#server/help/commands";
import { openRequestOf } from "#server/help/queries";
import { reportMessage } from "#server/paste/commands";
import { requirePaster, requireStudent } from "#server/viewer";
import { type Answer, answerTo } from "./answer.tsx";
import { keepForThisPage } from "./plain-answer.ts";

export async function explain(form: FormData): Promise<Answer> {
  const paster = await requirePaster();
  return answerTo(paster, form);
}

/** Without JavaScript the answer comes with the page that the same request draws. */
export async function explainPlainly(form: FormData): Promise<void> {
  const paster = await requirePaster();
  await keepForThisPage(await answerTo(paster, form));
}

const LONGEST_NOTE = 2_000;
const MessageForm = z.object({ message: z.string().trim().min(1) });
const AskForm = MessageForm.extend({
  cause: z.string().transform((id) => (isCauseId(id) ? id : null)),
  note: z.string().trim(),
});

/** Asks for help with the message; what was written to the instructor before stays unless it was changed here. */
export async function askWithMessage(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { message, cause, note } = AskForm.parse(Object.fromEntries(form));
  const [module, page, open, t] = await Promise.all([
    moduleFor(student, "pl"),
    cause && causePageFor(student, "pl", cause),
    openRequestOf(student),
    getTranslations("paste.ask"),
  ]);
  const asked = await askForHelp(student, {
    note: note.slice(0, LONGEST_NOTE) || t("noteBlank"),
    stepId: (page && stepOfCause(module, page)?.id) ?? open?.stepId ?? null,
    userAgent: (await headers()).get("user-agent"),
    message: { pasted: message, cause },
  });
  redirect(asked.ok ? "/help?sent=yes" : `/help?refusal=too_many${againAt(asked)}`);
}

export async function forward(form: FormData): Promise<Forwarded> {
  const student = await requireStudent();
  const { message } = MessageForm.parse(Object.fromEntries(form));
  const reported = await reportMessage(student, message);
  if (reported.ok || reported.refusal !== "too_many") return { said: "sent" };
  return { said: "too_many", when: await whenAgain(reported) };
}

export async function forwardPlainly(form: FormData): Promise<void> {
  const student = await requireStudent();
  const { message } = MessageForm.parse(Object.fromEntries(form));
  const reported = await reportMessage(student, message);
  if (reported.ok || reported.refusal !== "too_many") redirect("/paste?forwarded=sent");
  redirect(`/paste?forwarded=too_many${againAt(reported)}`);
}

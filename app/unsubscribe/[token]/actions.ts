"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { setMessagesByMail } from "#server/message/commands";

const ChoiceForm = z.object({ token: z.uuid(), on: z.enum(["yes", "no"]) });

/** Whoever has the link has the letter: it switches mail off and on for its reader, and can do nothing else. */
export async function chooseMail(form: FormData): Promise<void> {
  const { token, on } = ChoiceForm.parse({ token: form.get("token"), on: form.get("on") });
  if (!(await setMessagesByMail(token, on === "yes"))) notFound();
  refresh();
}

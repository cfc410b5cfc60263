"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { sendAgain } from "#server/message/again/commands";
import { requireInstructor } from "#server/viewer";

const AgainForm = z.object({ message: z.uuid(), reader: z.uuid().nullable() });

/** Sends once more what did not arrive, to one reader or to all. */
export async function again(form: FormData): Promise<void> {
  const instructor = await requireInstructor();
  const { message, reader } = AgainForm.parse({ message: form.get("message"), reader: form.get("reader") });
  const sent = await sendAgain(instructor, message, reader);
  if (!sent.ok && sent.refusal === "nobody") notFound();
  redirect(`/desk/messages/${message}?again=${sent.ok ? sent.value : "later"}`);
}

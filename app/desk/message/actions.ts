"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { isCauseId } from "#domain/cause/cause";
import { checkedWords, type Words, type WordsRefusal } from "#domain/message/words";
import { wholeModule } from "#server/course/queries";
import { whenAgain } from "#server/door/come-back";
import { sendMessage } from "#server/message/commands";
import { type LetterPreview, letterPreview } from "#server/message/preview/queries";
import { recipientsOf } from "#server/message/queries";
import { requireInstructor } from "#server/viewer";
import { saying } from "../view.ts";
import { choiceIn } from "./choice.ts";

export type MessageState = {
  readonly words: Words;
  readonly refusal: WordsRefusal | "nobody" | "too_many_people" | "too_many" | null;
  readonly when?: string;
  /** The letter as one of its readers gets it, where that is looked at. */
  readonly preview: LetterPreview | null;
};

const MessageForm = z.object({
  id: z.uuid(),
  choice: z.string().max(9_000),
  cause: z.string().max(80),
  act: z.enum(["show", "previous", "next", "edit", "send"]),
  /** Whose letter was looked at last. */
  person: z.uuid().nullable(),
});

/** Shows it, or sends it to whoever is meant at this moment. What was written comes back with every refusal. */
export async function write(_: MessageState, form: FormData): Promise<MessageState> {
  const instructor = await requireInstructor();
  const field = (name: string) => String(form.get(name) ?? "");
  const words = {
    subject: field("subject"),
    body: field("body"),
    subjectEn: field("subjectEn"),
    bodyEn: field("bodyEn"),
  };
  const wish = MessageForm.parse({
    id: field("id"),
    choice: field("choice"),
    cause: field("cause"),
    act: field("act"),
    person: form.get("person") || null,
  });
  if (wish.act === "edit") return { words, refusal: null, preview: null };
  const checked = checkedWords(words);
  if (!checked.ok) return { words, refusal: checked.refusal, preview: null };
  const choice = choiceIn(Object.fromEntries(new URLSearchParams(wish.choice)));
  if (!choice) return { words, refusal: "nobody", preview: null };
  const now = new Date();
  const recipients = await recipientsOf(instructor, choice, { module: await wholeModule("pl"), now });
  const cause = isCauseId(wish.cause) ? wish.cause : null;
  if (wish.act !== "send") {
    const message = { words: checked.value, cause };
    const preview = await letterPreview(recipients, message, { person: wish.person, turn: wish.act });
    return { words: checked.value, refusal: preview ? null : "nobody", preview };
  }
  const rule = choice.by === "rule" ? choice.rule : null;
  const sent = await sendMessage(instructor, { id: wish.id, words: checked.value, cause, rule, recipients, now });
  if (!sent.ok) return { words, refusal: sent.refusal, when: await whenAgain(sent), preview: null };
  redirect(saying("/desk", { did: "messaged", n: `${sent.value}` }));
}

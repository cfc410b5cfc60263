import { unstable_rethrow } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { fitted } from "#domain/paste/fitted";
import { hiddenBetween } from "#domain/paste/hidden";
import { redact } from "#domain/redaction/redact";

export type Answer = {
  /** What was sent, without what looked like a secret. */
  readonly text: string;
  readonly refusal: string | null;
  readonly view: ReactNode;
};

export type Explain = (form: FormData) => Promise<Answer>;

/** Takes the secrets out of a field, in the field too, before anything of it is sent. */
export function useAnswer(explain: Explain, first: Answer | null, unreachable: string) {
  const [{ answer, turn }, setLast] = useState({ answer: first, turn: 0 });
  const [isSending, startSending] = useTransition();
  const show = (next: Answer) => setLast((last) => ({ answer: next, turn: last.turn + 1 }));
  const ask = (field: HTMLTextAreaElement) => {
    if (isSending) return;
    const pasted = field.value;
    const text = redact(pasted);
    field.value = text;
    startSending(async () => {
      try {
        show(await explain(formOf(pasted, text)));
      } catch (error) {
        unstable_rethrow(error);
        show({ text, refusal: unreachable, view: null });
      }
    });
  };
  return { answer, turn, isSending, ask };
}

function formOf(pasted: string, redacted: string): FormData {
  const { text: message, wasCut } = fitted(redacted);
  const form = new FormData();
  const fields = { message, cut: wasCut ? "yes" : "no", ...hiddenBetween(pasted, redacted) };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}

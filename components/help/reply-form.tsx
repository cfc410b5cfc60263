"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";

type Refusal = "empty" | "too_long" | "too_many" | "not_found";
type State = { readonly refusal: Refusal | null; readonly text: string; readonly when?: string; readonly sent: number };
type Props = {
  readonly reply: (state: State, form: FormData) => Promise<State>;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly draft?: string;
  readonly words: {
    readonly label: string;
    readonly send: string;
    readonly sending: string;
    readonly refusals: Readonly<Record<Refusal, string>>;
  };
};

/** One field below a conversation. A refused text comes back to it. */
export function ReplyForm({ reply, hidden = {}, draft = "", words }: Props) {
  const [{ refusal, text, when, sent }, action] = useActionState(reply, { refusal: null, text: draft, sent: 0 });
  return (
    <form action={action} className="mt-4" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="reply" className="font-semibold">
        {words.label}
      </label>
      <textarea
        key={`${sent} ${text}`}
        id="reply"
        name="text"
        rows={4}
        maxLength={4_000}
        defaultValue={text}
        aria-invalid={refusal !== null}
        aria-describedby="reply-refusal"
        className={`textarea mt-1.5 w-full text-base ${refusal ? "textarea-error" : ""}`}
      />
      <p id="reply-refusal" role="alert" className="text-error text-sm">
        {refusal && `${words.refusals[refusal]} ${when ?? ""}`}
      </p>
      <SubmitButton pending={words.sending} className="btn btn-primary mt-2 min-h-11">
        {words.send}
      </SubmitButton>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";

type State = {
  readonly refusal: "empty" | "too_long" | "too_many" | null;
  readonly note: string;
  readonly when?: string;
};
type Props = {
  readonly ask: (state: State, form: FormData) => Promise<State>;
  readonly note: string;
  readonly step: string;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly isMain: boolean;
  readonly words: {
    readonly label: string;
    readonly hint: string;
    readonly step: string;
    readonly stepNone: string;
    readonly send: string;
    readonly sending: string;
    readonly refusal: Readonly<Record<"empty" | "too_long" | "too_many", string>>;
  };
};

export function HelpForm({ ask, note, step, steps, isMain, words }: Props) {
  const [state, action] = useActionState(ask, { refusal: null, note });
  const refusal = state.refusal && words.refusal[state.refusal];
  return (
    <form action={action} className="space-y-4" noValidate>
      <div>
        <label htmlFor="note" className="font-semibold">
          {words.label}
        </label>
        <p id="note-hint" className="text-base-content/70 text-sm">
          {words.hint}
        </p>
        <textarea
          key={state.note}
          id="note"
          name="note"
          rows={5}
          maxLength={4000}
          defaultValue={state.note}
          aria-describedby="note-hint note-refusal"
          aria-invalid={refusal !== null}
          className={`textarea mt-2 w-full text-base ${refusal ? "textarea-error" : ""}`}
        />
        <p id="note-refusal" role="alert" className="mt-1 text-error text-sm">
          {refusal} {state.when}
        </p>
      </div>
      <div>
        <label htmlFor="step" className="font-semibold">
          {words.step}
        </label>
        <select id="step" name="step" defaultValue={step} className="select mt-2 h-11 w-full text-base">
          <option value="">{words.stepNone}</option>
          {steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton pending={words.sending} className={`btn min-h-11 ${isMain ? "btn-primary" : "btn-outline"}`}>
        {words.send}
      </SubmitButton>
    </form>
  );
}

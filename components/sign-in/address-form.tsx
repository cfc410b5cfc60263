"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";

type State = {
  readonly refusal: "address" | "too_many" | null;
  readonly address: string;
  readonly when?: string;
};
type Props = {
  readonly ask: (state: State, form: FormData) => Promise<State>;
  readonly words: {
    readonly label: string;
    readonly send: string;
    readonly sending: string;
    readonly refusal: Readonly<Record<"address" | "too_many", string>>;
  };
};

export function AddressForm({ ask, words }: Props) {
  const [state, action] = useActionState(ask, { refusal: null, address: "" });
  const refusal = state.refusal && words.refusal[state.refusal];
  return (
    <form action={action} className="mt-6" noValidate>
      <label htmlFor="email" className="font-semibold text-sm">
        {words.label}
      </label>
      <input
        key={state.address}
        id="email"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        defaultValue={state.address}
        aria-describedby="email-refusal"
        aria-invalid={refusal !== null}
        className={`input mt-1.5 h-12 w-full text-base ${refusal ? "input-error" : ""}`}
      />
      <p id="email-refusal" role="alert" className="mt-1.5 text-error text-sm">
        {refusal} {state.when}
      </p>
      <SubmitButton pending={words.sending} className="btn btn-primary btn-lg mt-4 w-full">
        {words.send}
      </SubmitButton>
    </form>
  );
}

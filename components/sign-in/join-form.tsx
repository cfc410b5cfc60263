"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";

type Refusal = "badName" | "badEmail" | "too_many" | "full" | "ended" | "closed" | "not_found";
type State = { readonly refusal: Refusal | null; readonly name: string; readonly email: string };
type Props = {
  readonly token: string;
  readonly join: (state: State, form: FormData) => Promise<State>;
  readonly words: Readonly<Record<"name" | "email" | "send" | "sending" | Refusal, string>>;
};

const BEFORE: State = { refusal: null, name: "", email: "" };

export function JoinForm({ token, join, words }: Props) {
  const [state, action] = useActionState(join, BEFORE);
  const { refusal } = state;
  const fields = [
    { name: "name", type: "text", autoComplete: "name", isWrong: refusal === "badName" },
    { name: "email", type: "email", autoComplete: "email", isWrong: refusal === "badEmail" },
  ] as const;
  return (
    <form action={action} className="mt-6 space-y-4" noValidate>
      <input type="hidden" name="token" value={token} />
      {fields.map(({ name, isWrong, ...rest }) => (
        <label key={name} className="block font-semibold text-sm">
          {words[name]}
          <input
            {...rest}
            key={state[name]}
            name={name}
            required
            defaultValue={state[name]}
            aria-invalid={isWrong}
            aria-describedby="join-refusal"
            className={`input mt-1.5 h-12 w-full text-base ${isWrong ? "input-error" : ""}`}
          />
        </label>
      ))}
      <p id="join-refusal" role="alert" className="text-error text-sm empty:hidden">
        {refusal && words[refusal]}
      </p>
      <SubmitButton pending={words.sending} className="btn btn-primary btn-lg w-full">
        {words.send}
      </SubmitButton>
    </form>
  );
}

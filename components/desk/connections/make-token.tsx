"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { type Choice, Choices } from "./choices.tsx";
import { type OnceWords, ShownOnce } from "./shown-once.tsx";
import { TextField } from "./text-field.tsx";

export type MakeRefusal = "no_name" | "no_scopes" | "too_many_tokens";
export type MakeState = {
  /** Seen this once, in the answer to this very form. */
  readonly token: string | null;
  readonly refusal: MakeRefusal | null;
  readonly name: string;
  readonly scopes: readonly string[];
};
export type MakeWords = {
  readonly fields: Readonly<Record<"name" | "nameHint" | "scopes" | "days" | "send" | "saving", string>>;
  readonly refusal: Readonly<Record<MakeRefusal, string>>;
  readonly once: OnceWords & { readonly another: string };
};
type Props = {
  readonly make: (state: MakeState, form: FormData) => Promise<MakeState>;
  readonly scopes: readonly Choice[];
  readonly days: readonly Choice[];
  readonly words: MakeWords;
};

export function MakeToken({ make, scopes, days, words: { fields, refusal: refusals, once } }: Props) {
  const [state, action] = useActionState(make, { token: null, refusal: null, name: "", scopes: [] });
  const { token, refusal } = state;
  if (token)
    return (
      <ShownOnce value={token} words={once}>
        <a className="btn btn-quiet min-h-11" href="/desk/connections">
          {once.another}
        </a>
      </ShownOnce>
    );
  const said = refusal && refusals[refusal];
  return (
    <form action={action} key={JSON.stringify(state)} className="space-y-5" noValidate>
      <TextField
        id="name"
        name="name"
        autoComplete="off"
        maxLength={80}
        label={fields.name}
        hint={fields.nameHint}
        defaultValue={state.name}
        refusal={refusal === "no_scopes" ? null : said}
      />
      <Choices
        name="scope"
        legend={fields.scopes}
        choices={scopes}
        chosen={state.scopes}
        refusal={refusal === "no_scopes" ? said : null}
      />
      <div>
        <label htmlFor="days" className="font-semibold">
          {fields.days}
        </label>
        <select id="days" name="days" defaultValue={days[1]?.value} className="select mt-1.5 h-12 w-full text-base">
          {days.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton pending={fields.saving} className="btn btn-outline min-h-11">
        {fields.send}
      </SubmitButton>
    </form>
  );
}

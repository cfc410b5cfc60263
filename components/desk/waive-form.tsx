"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";

type Refusal = "no_step" | "no_reason" | "too_long";
type State = { readonly refusal: Refusal | null; readonly step: string; readonly reason: string };
type Props = {
  readonly waive: (state: State, form: FormData) => Promise<State>;
  readonly who: readonly string[];
  readonly step: string | null;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly words: {
    readonly step: string;
    readonly choose: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly submit: string;
    readonly saving: string;
    readonly refusals: Readonly<Record<Refusal, string>>;
  };
};

export function WaiveForm({ waive, who, step, steps, words }: Props) {
  const [state, action] = useActionState(waive, { refusal: null, step: step ?? "", reason: "" });
  const { refusal } = state;
  return (
    <form action={action} className="space-y-4" noValidate>
      {who.map((id) => (
        <input key={id} type="hidden" name="who" value={id} />
      ))}
      <div>
        <label htmlFor="step" className="font-semibold">
          {words.step}
        </label>
        <select
          key={state.step}
          id="step"
          name="step"
          defaultValue={state.step}
          aria-invalid={refusal === "no_step"}
          aria-describedby="refusal"
          className="select mt-1.5 h-11 w-full text-base"
        >
          <option value="">{words.choose}</option>
          {steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="reason" className="font-semibold">
          {words.reason}
        </label>
        <p id="reason-hint" className="text-base-content/70 text-sm">
          {words.reasonHint}
        </p>
        <textarea
          key={state.reason}
          id="reason"
          name="reason"
          rows={3}
          defaultValue={state.reason}
          aria-invalid={refusal === "no_reason" || refusal === "too_long"}
          aria-describedby="reason-hint refusal"
          className="textarea mt-1.5 w-full text-base"
        />
      </div>
      <p id="refusal" role="alert" className="text-error">
        {refusal && words.refusals[refusal]}
      </p>
      <SubmitButton pending={words.saving} className="btn btn-primary min-h-11">
        {words.submit}
      </SubmitButton>
    </form>
  );
}

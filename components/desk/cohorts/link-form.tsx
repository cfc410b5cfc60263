"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";

type State = { readonly refusal: "badLink" | null; readonly address: string | null };
type Props = {
  readonly cohortId: string;
  /** The day that is proposed as the last one. */
  readonly until: string;
  readonly words: Readonly<Record<"badLink" | "made" | "linkLabel" | "uses" | "until" | "make" | "making", string>>;
  readonly make: (state: State, form: FormData) => Promise<State>;
};

export function LinkForm({ cohortId, until, words, make }: Props) {
  const [{ refusal, address }, action] = useActionState(make, { refusal: null, address: null });
  return (
    <form action={action} className="mt-4 space-y-3">
      <input type="hidden" name="cohort" value={cohortId} />
      {refusal && <Notice look="error">{words[refusal]}</Notice>}
      {address && (
        <Notice look="success">
          <p>{words.made}</p>
          <input
            readOnly
            aria-label={words.linkLabel}
            value={address}
            onFocus={(event) => event.currentTarget.select()}
            className="input num mt-2 h-12 w-full text-sm"
          />
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col font-semibold text-sm">
          {words.uses}
          <input
            type="number"
            name="uses"
            min={1}
            max={1000}
            required
            defaultValue={30}
            className="input num mt-1.5 h-12 w-24 text-base"
          />
        </label>
        <label className="flex flex-col font-semibold text-sm">
          {words.until}
          <input
            type="date"
            name="until"
            required
            defaultValue={until}
            className="input num mt-1.5 h-12 w-full text-base"
          />
        </label>
        <SubmitButton pending={words.making} className="btn btn-outline min-h-12">
          {words.make}
        </SubmitButton>
      </div>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";

type State = {
  /** What came of it, in sentences. */
  readonly said: readonly { readonly look: "success" | "error"; readonly words: string }[];
  /** What could not be read stays in the field, so that it is mended where it stands. */
  readonly typed: string;
  readonly turn: number;
};
type Props = {
  readonly cohortId: string;
  readonly words: Readonly<Record<"label" | "send" | "sending", string>>;
  readonly invite: (state: State, form: FormData) => Promise<State>;
};

const BEFORE: State = { said: [], typed: "", turn: 0 };

export function PasteForm({ cohortId, words, invite }: Props) {
  const [{ said, typed, turn }, action] = useActionState(invite, BEFORE);
  return (
    <form action={action} className="mt-4">
      <input type="hidden" name="cohort" value={cohortId} />
      <div className="mb-3 space-y-2 empty:hidden">
        {said.map((sentence) => (
          <Notice key={sentence.words} look={sentence.look}>
            <span className="break-words">{sentence.words}</span>
          </Notice>
        ))}
      </div>
      <label htmlFor="addresses" className="font-semibold text-sm">
        {words.label}
      </label>
      <textarea
        key={turn}
        id="addresses"
        name="addresses"
        rows={6}
        required
        defaultValue={typed}
        aria-invalid={said.some(({ look }) => look === "error")}
        className="textarea mt-1.5 w-full text-base"
      />
      <SubmitButton pending={words.sending} className="btn btn-primary mt-3 min-h-12">
        {words.send}
      </SubmitButton>
    </form>
  );
}

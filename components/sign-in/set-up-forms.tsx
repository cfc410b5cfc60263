"use client";

import { type ReactNode, useActionState } from "react";
import { Card } from "#components/ui/card";
import { SubmitButton } from "#components/ui/submit-button";
import { RecoveryCodes, type RecoveryWords } from "./recovery-codes.tsx";

type Refusal = "wrong_code" | "too_many" | "expired";
type State = {
  readonly codes: readonly string[] | null;
  readonly next?: string;
  readonly refusal: Refusal | null;
  readonly when?: string;
};
type Props = {
  readonly act: (state: State, form: FormData) => Promise<State>;
  readonly recovery: RecoveryWords;
};

const BEFORE: State = { codes: null, refusal: null };

export type SetUpWords = {
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly checking: string;
  readonly refusal: Readonly<Record<Refusal, string>>;
};

type SetUpProps = Props & {
  readonly words: SetUpWords;
  /** What to scan, above the field. */
  readonly children: ReactNode;
  /** What else can be done here. */
  readonly others: ReactNode;
};

/** Everything gives way to the recovery codes once the digits are right: they are seen this once. */
export function SetUpForm({ act, words, recovery, others, children }: SetUpProps) {
  const [{ codes, next = "/", refusal, when }, action] = useActionState(act, BEFORE);
  if (codes)
    return (
      <Card className="p-6 sm:p-8">
        <RecoveryCodes codes={codes} words={recovery} next={next} />
      </Card>
    );
  return (
    <>
      <Card className="p-6 sm:p-8">
        {children}
        <form action={action} className="mt-6">
          <DigitsField words={words} refusal={refusal && `${words.refusal[refusal]} ${when ?? ""}`} />
          <SubmitButton pending={words.checking} className="btn btn-primary btn-lg mt-4 w-full">
            {words.send}
          </SubmitButton>
        </form>
      </Card>
      {others}
    </>
  );
}

function DigitsField({ words, refusal }: { readonly words: SetUpWords; readonly refusal: string | null }) {
  return (
    <>
      <label htmlFor="digits" className="font-semibold text-sm">
        {words.label}
      </label>
      <input
        id="digits"
        name="digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,8}"
        maxLength={8}
        required
        aria-invalid={refusal !== null}
        aria-describedby="digits-refusal digits-hint"
        className={`input num mt-1.5 h-12 w-full text-lg tracking-widest ${refusal ? "input-error" : ""}`}
      />
      <p id="digits-refusal" role="alert" className="mt-1.5 text-error text-sm empty:hidden">
        {refusal}
      </p>
      <p id="digits-hint" className="mt-1.5 text-base-content/70 text-sm">
        {words.hint}
      </p>
    </>
  );
}

/** New codes in place of the former ones; asks first, since those on paper are worth nothing then. */
export function RenewCodesForm({
  act,
  words,
  recovery,
}: Props & { words: Readonly<Record<"open" | "lead" | "send" | "checking", string>> }) {
  const [{ codes, next = "/" }, action] = useActionState(act, BEFORE);
  if (codes)
    return (
      <Card className="p-6 sm:p-8">
        <RecoveryCodes codes={codes} words={recovery} next={next} />
      </Card>
    );
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-6">
      <summary className="cursor-pointer font-semibold">{words.open}</summary>
      <p className="mt-2 text-base-content/80">{words.lead}</p>
      <form action={action} className="mt-4">
        <SubmitButton pending={words.checking} className="btn btn-outline min-h-11">
          {words.send}
        </SubmitButton>
      </form>
    </details>
  );
}

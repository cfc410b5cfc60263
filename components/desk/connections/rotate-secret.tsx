"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { type OnceWords, ShownOnce } from "./shown-once.tsx";

export type RotateState = { readonly secret: string | null };
type Props = {
  readonly endpoint: string;
  readonly rotate: (state: RotateState, form: FormData) => Promise<RotateState>;
  readonly words: Readonly<Record<"open" | "lead" | "send" | "saving", string>> & { readonly once: OnceWords };
};

/** A new secret in place of the former one; asks first, since the other side has to be told. */
export function RotateSecret({ endpoint, rotate, words }: Props) {
  const [{ secret }, action] = useActionState(rotate, { secret: null });
  if (secret) return <ShownOnce value={secret} words={words.once} />;
  return (
    <details className="rounded-box border border-base-300 bg-base-100 p-5">
      <summary className="cursor-pointer font-semibold">{words.open}</summary>
      <p className="mt-2 max-w-prose text-sm">{words.lead}</p>
      <form action={action} className="mt-4">
        <input type="hidden" name="endpoint" value={endpoint} />
        <SubmitButton pending={words.saving} className="btn btn-outline min-h-11">
          {words.send}
        </SubmitButton>
      </form>
    </details>
  );
}

"use client";

import Link from "next/link";
import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import type { Choice } from "./choices.tsx";
import { EndpointFields, type EndpointRefusal, type EndpointWish, type FieldWords } from "./endpoint-fields.tsx";
import { useRefusedFocus } from "./refused-focus.ts";
import { type OnceWords, ShownOnce } from "./shown-once.tsx";

export type AddState = EndpointWish & {
  /** Seen this once, in the answer to this very form. */
  readonly added: { readonly id: string; readonly secret: string } | null;
  readonly refusal: EndpointRefusal | null;
  readonly when?: string;
};
export type AddWords = FieldWords & {
  readonly send: string;
  readonly saving: string;
  readonly once: OnceWords & { readonly toEndpoint: string };
};
type Props = {
  readonly add: (state: AddState, form: FormData) => Promise<AddState>;
  readonly events: readonly Choice[];
  readonly cohorts: readonly Choice[];
  readonly words: AddWords;
};

/** What was typed comes back with a refusal, so that nothing is lost. */
export function AddEndpoint({ add, events, cohorts, words }: Props) {
  const wish = { name: "", url: "", events: events.map(({ value }) => value), cohorts: [], withNames: false };
  const [state, action] = useActionState(add, { added: null, refusal: null, ...wish });
  const { added, refusal, when } = state;
  const form = useRefusedFocus(state);
  if (added)
    return (
      <ShownOnce value={added.secret} words={words.once}>
        <Link className="btn btn-primary min-h-11" href={`/desk/connections/${added.id}`}>
          {words.once.toEndpoint}
        </Link>
      </ShownOnce>
    );
  return (
    <form ref={form} action={action} key={JSON.stringify(state)} className="space-y-5" noValidate>
      <EndpointFields wish={state} refusal={refusal} when={when} events={events} cohorts={cohorts} words={words} />
      <SubmitButton pending={words.saving} className="btn btn-primary min-h-11">
        {words.send}
      </SubmitButton>
    </form>
  );
}

"use client";

import Link from "next/link";
import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { type Choice, Choices } from "./choices.tsx";
import { type OnceWords, ShownOnce } from "./shown-once.tsx";
import { TextField } from "./text-field.tsx";

export type AddRefusal =
  | ("no_address" | "not_https" | "with_password" | "own_machine")
  | ("no_events" | "too_many" | "too_many_endpoints");
export type AddState = {
  /** Seen this once, in the answer to this very form. */
  readonly added: { readonly id: string; readonly secret: string } | null;
  readonly refusal: AddRefusal | null;
  readonly when?: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly cohorts: readonly string[];
  readonly withNames: boolean;
};
export type AddWords = {
  readonly fields: Readonly<
    Record<"url" | "urlHint" | "events" | "cohorts" | "cohortsHint" | "names" | "namesHint" | "send" | "saving", string>
  >;
  readonly refusal: Readonly<Record<AddRefusal, string>>;
  readonly once: OnceWords & { readonly toEndpoint: string };
};
type Props = {
  readonly add: (state: AddState, form: FormData) => Promise<AddState>;
  readonly events: readonly Choice[];
  readonly cohorts: readonly Choice[];
  readonly words: AddWords;
};

/** What was typed comes back with a refusal, so that nothing is lost. */
export function AddEndpoint({ add, events, cohorts, words: { fields, refusal: refusals, once } }: Props) {
  const before = { added: null, refusal: null, url: "", events: events.map(({ value }) => value), cohorts: [] };
  const [state, action] = useActionState(add, { ...before, withNames: false });
  const { added, refusal, when } = state;
  if (added)
    return (
      <ShownOnce value={added.secret} words={once}>
        <Link className="btn btn-primary min-h-11" href={`/desk/connections/${added.id}`}>
          {once.toEndpoint}
        </Link>
      </ShownOnce>
    );
  const said = refusal && `${refusals[refusal]} ${when ?? ""}`;
  const isOfEvents = refusal === "no_events";
  return (
    <form action={action} key={JSON.stringify(state)} className="space-y-5" noValidate>
      <TextField
        id="url"
        name="url"
        type="url"
        inputMode="url"
        autoComplete="off"
        maxLength={1000}
        label={fields.url}
        hint={fields.urlHint}
        defaultValue={state.url}
        refusal={isOfEvents ? null : said}
      />
      <Choices
        name="event"
        legend={fields.events}
        choices={events}
        chosen={state.events}
        refusal={isOfEvents ? said : null}
      />
      <Choices
        name="cohort"
        legend={fields.cohorts}
        hint={fields.cohortsHint}
        choices={cohorts}
        chosen={state.cohorts}
      />
      <div>
        <label className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
          <input
            type="checkbox"
            name="names"
            value="yes"
            defaultChecked={state.withNames}
            aria-describedby="names-hint"
            className="checkbox checkbox-sm"
          />
          <span>{fields.names}</span>
        </label>
        <p id="names-hint" className="text-base-content/70 text-sm">
          {fields.namesHint}
        </p>
      </div>
      <SubmitButton pending={fields.saving} className="btn btn-primary min-h-11">
        {fields.send}
      </SubmitButton>
    </form>
  );
}

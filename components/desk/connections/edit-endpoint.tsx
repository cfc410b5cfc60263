"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Notice } from "#components/ui/notice";
import { SubmitButton } from "#components/ui/submit-button";
import type { Choice } from "./choices.tsx";
import { EndpointFields, type EndpointRefusal, type EndpointWish, type FieldWords } from "./endpoint-fields.tsx";
import { useRefusedFocus } from "./refused-focus.ts";

export type EditState = EndpointWish & {
  /** The one that this form knows; kept in the state, since the page behind it may be drawn anew meanwhile. */
  readonly version: number;
  readonly refusal: EndpointRefusal | null;
  readonly when?: string;
  /** What somebody else, or another window, has saved since. */
  readonly saved: EndpointWish | null;
};
type ChangedWords = Readonly<Record<"title" | "lead" | "load" | "all" | "names" | "noNames", string>>;
export type EditWords = FieldWords & {
  readonly changed: ChangedWords;
} & Readonly<Record<"send" | "saving" | "cancel", string>>;
type Props = {
  readonly endpoint: string;
  readonly before: EndpointWish & { readonly version: number };
  readonly edit: (state: EditState, form: FormData) => Promise<EditState>;
  readonly events: readonly Choice[];
  readonly cohorts: readonly Choice[];
  readonly words: EditWords;
};

/** What was typed comes back with a refusal, and with what was saved meanwhile beside it. */
export function EditEndpoint({ endpoint, before, edit, events, cohorts, words }: Props) {
  const [state, action] = useActionState(edit, { ...before, refusal: null, saved: null });
  const { refusal, when, saved, version } = state;
  const form = useRefusedFocus(state);
  const page = `/desk/connections/${endpoint}`;
  return (
    <form ref={form} action={action} key={JSON.stringify(state)} className="space-y-5" noValidate>
      <input type="hidden" name="endpoint" value={endpoint} />
      <input type="hidden" name="version" value={version} />
      {saved && <Changed saved={saved} events={events} cohorts={cohorts} words={words.changed} page={`${page}/edit`} />}
      <EndpointFields wish={state} refusal={refusal} when={when} events={events} cohorts={cohorts} words={words} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={words.saving} className="btn btn-primary min-h-11">
          {words.send}
        </SubmitButton>
        <Link className="btn btn-quiet min-h-11" href={page}>
          {words.cancel}
        </Link>
      </div>
    </form>
  );
}

type ChangedProps = Pick<Props, "events" | "cohorts"> & {
  readonly saved: EndpointWish;
  readonly words: ChangedWords;
  readonly page: string;
};

function Changed({ saved, events, cohorts, words, page }: ChangedProps) {
  const named = (choices: readonly Choice[], chosen: readonly string[]) =>
    choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  const of = saved.cohorts.length === 0 ? [words.all] : named(cohorts, saved.cohorts);
  return (
    <Notice look="error">
      <p tabIndex={-1} className="font-semibold outline-none">
        {words.title}
      </p>
      <ul className="mt-1 list-disc break-words ps-5 text-sm">
        <li className="break-all">{saved.url}</li>
        {saved.name && <li>{saved.name}</li>}
        <li>{named(events, saved.events).join(" · ")}</li>
        <li>{of.join(" · ")}</li>
        <li>{saved.withNames ? words.names : words.noNames}</li>
      </ul>
      <p className="mt-2">{words.lead}</p>
      {/* Not a Link: that would keep this very form, with what is typed in it. */}
      <a className="link mt-1 inline-block py-2" href={page}>
        {words.load}
      </a>
    </Notice>
  );
}

"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import type { Words, WordsRefusal } from "#domain/message/words";

type Refusal = WordsRefusal | "nobody" | "too_many_people" | "too_many";

type State = {
  readonly words: Words;
  readonly refusal: Refusal | null;
  readonly when?: string;
  readonly isShown: boolean;
};

type Props = {
  readonly write: (state: State, form: FormData) => Promise<State>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly draft: Words;
  readonly hasEnglish: boolean;
  readonly says: {
    readonly subject: string;
    readonly body: string;
    readonly bodyHint: string;
    readonly english: string;
    readonly englishHint: string;
    readonly subjectEn: string;
    readonly bodyEn: string;
    readonly show: string;
    readonly edit: string;
    readonly send: string;
    readonly sending: string;
    readonly shown: string;
    readonly below: readonly string[];
    readonly refusals: Readonly<Record<Refusal, string>>;
  };
};

/** Writes a message, shows it as one reader will see it, and sends it. All three work as a plain form. */
export function Compose({ write, hidden, draft, hasEnglish, says }: Props) {
  const [{ words, refusal, when, isShown }, action] = useActionState(write, {
    words: draft,
    refusal: null,
    isShown: false,
  });
  return (
    <form action={action} className="space-y-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p role="alert" className="text-error">
        {refusal && `${says.refusals[refusal]} ${when ?? ""}`}
      </p>
      {isShown ? <Shown words={words} says={says} /> : <Fields {...{ words, says, hasEnglish }} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="send" pending={says.sending} className="btn btn-primary min-h-11">
          {says.send}
        </SubmitButton>
        <SubmitButton name="act" value={isShown ? "edit" : "show"} pending="…" className="btn btn-outline min-h-11">
          {isShown ? says.edit : says.show}
        </SubmitButton>
      </div>
    </form>
  );
}

function Fields({ words, says, hasEnglish }: { words: Words; says: Props["says"]; hasEnglish: boolean }) {
  return (
    <>
      <Field name="subject" label={says.subject} value={words.subject} />
      <Field name="body" label={says.body} hint={says.bodyHint} value={words.body} rows={9} />
      <details open={hasEnglish}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">{says.english}</summary>
        <p className="mb-3 text-base-content/70 text-sm">{says.englishHint}</p>
        <div className="space-y-5" lang="en">
          <Field name="subjectEn" label={says.subjectEn} value={words.subjectEn} />
          <Field name="bodyEn" label={says.bodyEn} value={words.bodyEn} rows={7} />
        </div>
      </details>
    </>
  );
}

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
};

function Field({ name, label, hint, value, rows }: FieldProps) {
  const shared = { id: name, name, defaultValue: value, key: value, "aria-describedby": hint && `${name}-hint` };
  return (
    <div>
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-base-content/70 text-sm">
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...shared} rows={rows} maxLength={8_000} className="textarea mt-1.5 w-full text-base" />
      ) : (
        <input {...shared} maxLength={200} autoComplete="off" className="input mt-1.5 h-11 w-full text-base" />
      )}
    </div>
  );
}

/** What one reader will see; the words go along unseen. */
function Shown({ words, says }: { readonly words: Words; readonly says: Props["says"] }) {
  return (
    <section aria-label={says.shown} className="rounded-box border border-base-300 bg-base-200/60 p-5">
      {Object.entries(words).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="text-base-content/70 text-sm">{says.shown}</p>
      {[
        { lang: "pl", subject: words.subject, body: words.body },
        { lang: "en", subject: words.subjectEn, body: words.bodyEn },
      ]
        .filter(({ body }) => body !== "")
        .map(({ lang, subject, body }) => (
          <div key={lang} lang={lang} className="mt-3 rounded-box border border-base-300 bg-base-100 p-5">
            <h2 className="font-bold text-xl">{subject}</h2>
            <p className="mt-3 whitespace-pre-wrap break-words">{body}</p>
          </div>
        ))}
      <ul className="mt-3 list-disc pl-5 text-base-content/75 text-sm">
        {says.below.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

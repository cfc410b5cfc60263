"use client";

import { useActionState } from "react";
import { LetterPreview, type Preview, type PreviewWords } from "#components/message/letter-preview";
import { SubmitButton } from "#components/ui/submit-button";
import type { Words, WordsRefusal } from "#domain/message/words";

type Refusal = WordsRefusal | "nobody" | "too_many_people" | "too_many";

type State = {
  readonly words: Words;
  readonly refusal: Refusal | null;
  readonly when?: string;
  readonly preview: Preview | null;
};

type Props = {
  readonly write: (state: State, form: FormData) => Promise<State>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly draft: Words;
  readonly hasEnglish: boolean;
  readonly people: readonly { readonly userId: string; readonly name: string }[];
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
    readonly preview: PreviewWords;
    readonly refusals: Readonly<Record<Refusal, string>>;
  };
};

/** Writes a message, shows the letter as each reader will get it, and sends it. All three work as a plain form. */
export function Compose({ write, hidden, draft, hasEnglish, people, says }: Props) {
  const [{ words, refusal, when, preview }, action] = useActionState(write, {
    words: draft,
    refusal: null,
    preview: null,
  });
  return (
    <form action={action} className="space-y-5" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p role="alert" className="text-error">
        {refusal && `${says.refusals[refusal]} ${when ?? ""}`}
      </p>
      {preview ? (
        <>
          <Kept words={words} />
          <LetterPreview preview={preview} people={people} says={says.preview} />
        </>
      ) : (
        <Fields {...{ words, says, hasEnglish }} />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="send" pending={says.sending} className="btn btn-primary min-h-11">
          {says.send}
        </SubmitButton>
        <SubmitButton name="act" value={preview ? "edit" : "show"} pending="…" className="btn btn-outline min-h-11">
          {preview ? says.edit : says.show}
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

/** The words go along unseen while the letter is looked at. */
function Kept({ words }: { readonly words: Words }) {
  return Object.entries(words).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

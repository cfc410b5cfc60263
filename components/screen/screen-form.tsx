"use client";

import { CircleCheck, Send } from "lucide-react";
import { type FormEvent, useEffect, useRef } from "react";
import { LONGEST_WORDS, type Place } from "#domain/screen/screen-report";
import { PictureField } from "./picture-field.tsx";
import type { ScreenWords } from "./screen-words.tsx";
import { useChoice } from "./use-choice.ts";
import { type Answer, useReport } from "./use-report.ts";

export type ScreenFormProps = {
  readonly place: Place;
  readonly words: ScreenWords;
  /** What a plain form was answered, and what was typed into it. */
  readonly first: (Answer & { readonly text: string }) | null;
};

/** A plain form; where the page's script runs, it sends the picture smaller and stays where it is. */
export function ScreenForm({ place, words, first }: ScreenFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const thanks = useRef<HTMLDivElement>(null);
  const { choice, take, drop } = useChoice();
  const { answer, isSending, send, begin } = useReport(first);
  const isSent = answer?.said === "sent" && answer !== first;
  useEffect(() => {
    if (isSent) thanks.current?.focus();
  }, [isSent]);

  const takeOut = () => {
    drop();
    if (input.current) input.current.value = "";
    input.current?.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending || choice.kind === "preparing") return;
    const form = new FormData(event.currentTarget);
    form.delete("picture");
    if (choice.kind === "ready") form.append("picture", choice.picture, "ekran");
    send(form);
  };

  if (isSent) return <Thanks ref={thanks} words={words} again={() => [drop(), begin()]} />;
  const id = `screen-${place.anchor}`;
  const refusal = answer && answer.said !== "sent" ? words.refusal[answer.said] : null;
  return (
    <form
      action="/api/screens"
      method="post"
      encType="multipart/form-data"
      className="space-y-4"
      onSubmit={submit}
      onPaste={({ clipboardData: { files } }) => files[0] && take(files[0])}
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor={`${id}-text`} className="font-semibold">
          {words.text}
        </label>
        <p id={`${id}-text-hint`} className="text-base-content/70 text-sm">
          {words.textHint}
        </p>
        <textarea
          id={`${id}-text`}
          name="text"
          rows={3}
          maxLength={LONGEST_WORDS}
          defaultValue={first?.text}
          aria-describedby={`${id}-text-hint ${id}-refusal`}
          className="textarea mt-1 w-full text-base"
        />
      </div>
      <PictureField id={`${id}-picture`} {...{ input, choice, take, words }} drop={takeOut} />
      <p id={`${id}-refusal`} role="alert" className="text-error text-sm empty:hidden">
        {refusal && [refusal, answer?.when].filter(Boolean).join(" ")}
      </p>
      <button
        type="submit"
        aria-disabled={isSending || choice.kind === "preparing"}
        className="btn btn-outline min-h-11"
      >
        {isSending ? (
          <span className="loading loading-spinner loading-sm" aria-hidden="true" />
        ) : (
          <Send className="size-4" aria-hidden="true" />
        )}
        {isSending ? words.sending : words.send}
      </button>
    </form>
  );
}

type ThanksProps = {
  readonly ref: React.RefObject<HTMLDivElement | null>;
  readonly words: ScreenWords;
  readonly again: () => void;
};

/** The focus comes here, so that it is read aloud. */
function Thanks({ ref, words, again }: ThanksProps) {
  return (
    <div ref={ref} tabIndex={-1} className="space-y-3 outline-none">
      <p className="flex items-start gap-2">
        <CircleCheck className="mt-1 size-4 shrink-0 text-success" aria-hidden="true" /> {words.sent}
      </p>
      <button type="button" className="btn btn-quiet min-h-11" onClick={again}>
        {words.another}
      </button>
    </div>
  );
}

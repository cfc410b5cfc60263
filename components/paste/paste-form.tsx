"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { MessageField } from "./message-field.tsx";
import type { PasteWords } from "./paste-words.tsx";
import { PictureField } from "./picture-field.tsx";
import { type Answer, type Explain, useAnswer } from "./use-answer.ts";
import { usePicture } from "./use-picture.ts";

export type { Answer };

export type PasteFormProps = {
  readonly explain: Explain;
  /** The same for a browser without JavaScript: the answer comes with the page. */
  readonly explainPlainly: (form: FormData) => Promise<void>;
  readonly words: PasteWords;
  readonly first?: Answer | null;
  /** What stands above the field until there is an answer. */
  readonly lead?: ReactNode;
};

/** What is pasted, or read in a picture, leaves this page without its secrets; the field keeps it, and nothing else does. */
export function PasteForm({ explain, explainPlainly, words, first = null, lead }: PasteFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const { answer, turn, isSending, ask } = useAnswer(explain, first, words.unreachable);
  const picture = usePicture((found) => {
    if (!field.current) return;
    field.current.value = [field.current.value.trim(), found].filter(Boolean).join("\n\n");
    field.current.focus();
  });
  const take = (event: { preventDefault(): void }, [file]: FileList) => {
    if (!file) return;
    event.preventDefault();
    void picture.read(file);
  };

  useEffect(() => {
    if (answer === null || answer === first) return;
    if (answer.refusal) field.current?.focus();
    else result.current?.querySelector("h2")?.focus();
  }, [answer, first]);

  return (
    <div className="space-y-8">
      {answer?.view ? (
        // Each answer stands for itself: what was said of the last message is not said of this one.
        <div key={turn} ref={result}>
          {answer.view}
        </div>
      ) : (
        lead
      )}
      <form
        action={explainPlainly}
        onSubmit={(event) => {
          event.preventDefault();
          if (field.current) ask(field.current);
        }}
        onPaste={(event) => event.clipboardData.getData("text") === "" && take(event, event.clipboardData.files)}
        onDragOver={(event) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
        onDrop={(event) => take(event, event.dataTransfer.files)}
        className="space-y-3"
      >
        <MessageField field={field} words={words} first={first?.text} refusal={answer?.refusal ?? null} />
        <PictureField {...picture} words={words.picture} />
        <Sending words={words} isSending={isSending} isAgain={Boolean(answer?.view)} />
      </form>
    </div>
  );
}

type SendingProps = { readonly words: PasteWords; readonly isSending: boolean; readonly isAgain: boolean };

function Sending({ words, isSending, isAgain }: SendingProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-1">
      <button
        type="submit"
        aria-disabled={isSending}
        className={`btn min-h-11 ${isAgain ? "btn-outline" : "btn-primary"}`}
      >
        {isSending && <span className="loading loading-spinner loading-sm" aria-hidden="true" />}
        {isSending ? words.sending : isAgain ? words.sendAgain : words.send}
      </button>
      <span aria-hidden="true" className="hidden text-base-content/70 text-sm pointer-fine:inline noscript:hidden">
        {words.shortcut}
      </span>
      <span role="status" className="sr-only">
        {isSending && words.sending}
      </span>
    </div>
  );
}

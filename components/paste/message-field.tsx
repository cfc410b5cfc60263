import type { RefObject } from "react";
import type { PasteWords } from "./paste-words.tsx";

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly words: PasteWords;
  readonly first: string | undefined;
  readonly refusal: string | null;
};

export function MessageField({ field, words, first, refusal }: Props) {
  return (
    <>
      <label htmlFor="paste-message" className="font-semibold">
        {words.label}
      </label>
      <p id="paste-hint" className="text-base-content/70 text-sm">
        <span className="noscript:hidden">{words.hint}</span>
        <span className="hidden noscript:inline">{words.plainHint}</span>
      </p>
      <textarea
        ref={field}
        id="paste-message"
        name="message"
        rows={7}
        defaultValue={first}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        aria-describedby="paste-hint paste-refusal"
        aria-invalid={refusal !== null}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onKeyDown={({ key, ctrlKey, metaKey, currentTarget }) => {
          if (key === "Enter" && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit();
        }}
        className={`textarea w-full font-mono text-base sm:text-sm ${refusal ? "textarea-error" : ""}`}
      />
      <p id="paste-refusal" role="alert" className="text-error text-sm empty:hidden">
        {refusal}
      </p>
    </>
  );
}

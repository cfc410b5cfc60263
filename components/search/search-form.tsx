"use client";

import { Search } from "lucide-react";
import { LONGEST_QUESTION, questionIn } from "#domain/search/question";

type Props = {
  readonly question: string;
  readonly words: { readonly label: string; readonly hint: string; readonly submit: string };
};

/** A plain form: the address of the page says what was asked, without what looks like a secret. */
export function SearchForm({ question, words }: Props) {
  return (
    <search>
      <form
        action="/search"
        onSubmit={({ currentTarget }) => {
          const field = currentTarget.elements.namedItem("q") as HTMLInputElement;
          field.value = questionIn(field.value);
        }}
      >
        <label htmlFor="question" className="font-semibold">
          {words.label}
        </label>
        <div className="mt-2 flex flex-wrap gap-3">
          <input
            key={question}
            id="question"
            type="search"
            name="q"
            defaultValue={question}
            maxLength={LONGEST_QUESTION}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby="question-hint"
            className="input min-h-11 min-w-0 flex-1 basis-60"
          />
          <button type="submit" className="btn btn-primary min-h-11">
            <Search className="size-4" aria-hidden="true" /> {words.submit}
          </button>
        </div>
        <p id="question-hint" className="mt-2 max-w-prose text-base-content/75 text-sm">
          {words.hint}
        </p>
      </form>
    </search>
  );
}

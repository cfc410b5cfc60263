import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useState } from "react";
import { LONGEST_QUESTION, questionIn } from "#domain/search/question";
import { AskedState } from "./asked-state.tsx";
import { FindingOptions, optionId } from "./finding-options.tsx";
import type { SearchDialogProps } from "./search-dialog.tsx";
import { useFindings } from "./use-findings.ts";

const LIST = "search-options";

/** The field and what it finds: arrows choose, Enter opens what is chosen, or the page with everything that was found. */
export function SearchBox({ words, locale, mayAsk, close }: Omit<SearchDialogProps, "isOpen">) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const asked = useFindings(typed);
  const findings = asked.answer?.findings ?? [];
  const [chosen, choose] = useChoice(findings);
  const all = `/search?${new URLSearchParams({ q: questionIn(typed) })}`;
  const go = (href: string) => {
    close();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || findings.length === 0) return;
    event.preventDefault();
    choose(step);
  };
  return (
    <>
      <form
        action="/search"
        className="flex items-center gap-3 border-base-300 border-y px-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (questionIn(typed) !== "") go(findings[chosen]?.href ?? all);
        }}
      >
        <Search className="size-5 shrink-0 text-base-content/70" aria-hidden="true" />
        <input
          role="combobox"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          name="q"
          value={typed}
          maxLength={LONGEST_QUESTION * 20}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          aria-label={words.label}
          aria-expanded={findings.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={chosen < 0 ? undefined : optionId(chosen)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="min-h-14 min-w-0 flex-1 bg-transparent outline-none"
        />
      </form>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 py-3">
        <AskedState asked={asked} words={words} mayAsk={mayAsk} suggest={setTyped} />
        <FindingOptions id={LIST} {...{ findings, chosen, words, locale }} />
        {findings.length > 0 && (
          <p className="px-2 pt-2">
            <button type="button" className="btn btn-quiet min-h-11" onClick={() => go(all)}>
              {words.all}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** Which one is chosen, -1 for none; another list has none that is. */
function useChoice(list: readonly unknown[]): readonly [number, (step: number) => void] {
  const [choice, setChoice] = useState({ list, place: -1 });
  const place = choice.list === list ? choice.place : -1;
  useEffect(() => {
    document.getElementById(optionId(place))?.scrollIntoView({ block: "nearest" });
  }, [place]);
  const choose = (step: number) => {
    const next = place < 0 && step < 0 ? list.length - 1 : place + step;
    setChoice({ list, place: next >= list.length ? -1 : next });
  };
  return [place, choose];
}

"use client";

import { X } from "lucide-react";
import { LetterKeysSwitch } from "#components/ui/letter-keys-switch";
import { useDialog } from "../ui/use-dialog.ts";
import { SearchBox } from "./search-box.tsx";
import type { SearchWords } from "./search-words.tsx";

export type SearchDialogProps = {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly words: SearchWords;
  readonly locale: string;
  /** Whether there is somebody to ask for help. */
  readonly mayAsk: boolean;
};

/** The search over the page that is open. What was asked stays in it while it is closed. */
export function SearchDialog({ isOpen, close, words, locale, mayAsk }: SearchDialogProps) {
  const dialog = useDialog(isOpen, { field: "input", isLight: true });
  return (
    <dialog
      ref={dialog}
      aria-labelledby="search-dialog"
      onClose={close}
      className="m-0 h-dvh max-h-none w-dvw max-w-none overscroll-contain bg-base-100 text-base-content backdrop:bg-black/50 sm:mx-auto sm:mt-[10dvh] sm:h-auto sm:max-h-[80dvh] sm:w-[min(42rem,calc(100vw-3rem))] sm:rounded-box sm:border sm:border-base-300"
    >
      <div className="flex h-full max-h-[inherit] flex-col sm:h-auto">
        <header className="flex items-center justify-between gap-4 py-2 pr-2 pl-5">
          <h2 id="search-dialog" className="font-bold text-lg">
            {words.title}
          </h2>
          <button type="button" className="btn btn-ghost btn-square size-11" aria-label={words.close} onClick={close}>
            <X className="size-5" aria-hidden="true" />
          </button>
        </header>
        <SearchBox words={words} locale={locale} mayAsk={mayAsk} close={close} />
        <footer className="mt-auto hidden border-base-300 border-t px-5 pt-3 pb-2 pointer-fine:block">
          <p className="mb-2 text-base-content/75 text-sm">{words.keys}</p>
          <LetterKeysSwitch label={words.letters} hint={words.lettersHint} />
        </footer>
      </div>
    </dialog>
  );
}

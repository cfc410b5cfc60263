"use client";

import { X } from "lucide-react";
import { useDialog } from "../ui/use-dialog.ts";
import { PasteForm, type PasteFormProps } from "./paste-form.tsx";

export type PasteDialogProps = {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly form: PasteFormProps;
};

/** The page 'Wklej komunikat' over the one that is open. What was pasted stays in it while it is closed. */
export function PasteDialog({ isOpen, close, form }: PasteDialogProps) {
  const { words } = form;
  const dialog = useDialog(isOpen, { field: "textarea", isLight: false });
  return (
    <dialog
      ref={dialog}
      aria-labelledby="paste-dialog"
      onClose={close}
      className="m-0 h-dvh max-h-none w-dvw max-w-none overscroll-contain bg-base-200 text-base-content backdrop:bg-black/50 sm:m-auto sm:h-auto sm:max-h-[min(92dvh,60rem)] sm:w-[min(44rem,calc(100vw-3rem))] sm:rounded-box sm:border sm:border-base-300"
    >
      <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-base-300 border-b bg-base-100 py-2 pr-2 pl-5">
        <h2 id="paste-dialog" className="font-bold text-lg">
          {words.title}
        </h2>
        <button type="button" className="btn btn-ghost btn-square size-11" aria-label={words.close} onClick={close}>
          <X className="size-5" aria-hidden="true" />
        </button>
      </header>
      <div className="p-4 sm:p-6">
        <PasteForm {...form} lead={<p className="max-w-prose text-base-content/75">{words.lead}</p>} />
      </div>
    </dialog>
  );
}

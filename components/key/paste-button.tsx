"use client";

import type { ReactNode } from "react";

type Props = { readonly field: string; readonly text: string; readonly children: ReactNode };

/** Fills a field as if somebody had pasted into it. */
export function PasteButton({ field, text, children }: Props) {
  const paste = () => {
    const input = document.querySelector<HTMLInputElement>(`#${field}`);
    if (!input) return;
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  };
  return (
    <button type="button" className="btn btn-sm btn-quiet min-h-9" onClick={paste}>
      {children}
    </button>
  );
}

"use client";

import { useLetterKeys } from "./letter-keys.ts";

type Props = { readonly label: string; readonly hint: string };

/** Switches the keys off that do something without Ctrl. */
export function LetterKeysSwitch({ label, hint }: Props) {
  const { areOn, turn } = useLetterKeys();
  return (
    <label className="flex min-h-11 items-start gap-3 text-sm">
      <input type="checkbox" className="toggle toggle-primary mt-0.5 shrink-0" checked={areOn} onChange={turn} />
      <span>
        <span className="font-semibold">{label}</span>
        <span className="block text-base-content/75">{hint}</span>
      </span>
    </label>
  );
}

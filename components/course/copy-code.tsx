"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

type Props = { readonly words: { readonly copy: string; readonly copied: string } };

/** Takes the code beside it into the clipboard; without scripts one selects it by hand. */
export function CopyCode({ words }: Props) {
  const [canScript, setCanScript] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCanScript(true), []);
  if (!canScript) return null;
  const copy = async (event: React.MouseEvent<HTMLButtonElement>) => {
    const code = event.currentTarget.parentElement?.querySelector("code")?.textContent ?? "";
    await navigator.clipboard?.writeText(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      className="btn btn-quiet btn-square absolute top-1 right-1 size-11 bg-base-100"
    >
      <Icon className="size-4" aria-hidden="true" />
      <span className="sr-only" aria-live="polite">
        {isCopied ? words.copied : words.copy}
      </span>
    </button>
  );
}

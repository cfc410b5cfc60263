"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";

export type OnceWords = {
  readonly title: string;
  readonly warning: string;
  readonly copy: string;
  readonly copied: string;
};
type Props = { readonly value: string; readonly words: OnceWords; readonly children?: ReactNode };

/** A secret that is seen in the answer to the very form that made it, and never again. */
export function ShownOnce({ value, words, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="rounded-box border border-success/50 bg-success/8 p-5">
      <h3 ref={heading} tabIndex={-1} className="font-bold outline-none">
        {words.title}
      </h3>
      <p className="mt-1 text-sm">{words.warning}</p>
      <p className="mt-3 select-all break-all rounded-field border border-base-300 bg-base-100 p-3 font-mono text-sm">
        {value}
      </p>
      <p className="mt-3 flex flex-wrap gap-2">
        <CopyButton value={value} words={words} />
        {children}
      </p>
    </div>
  );
}

/** Not there without scripts: then the text is marked by a click all the same. */
function CopyButton({ value, words }: Omit<Props, "children">) {
  const [canScript, setCanScript] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCanScript(true), []);
  if (!canScript) return null;
  const copy = () => navigator.clipboard?.writeText(value).then(() => setCopied(true));
  return (
    <button type="button" className="btn btn-outline min-h-11" onClick={copy}>
      {isCopied ? <Check className="size-4" aria-hidden="true" /> : <Copy className="size-4" aria-hidden="true" />}
      <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
    </button>
  );
}

"use client";

import { Check, Copy, Download, Printer } from "lucide-react";
import { useEffect, useRef, useState } from "react";

export type RecoveryWords = {
  readonly title: string;
  readonly lead: string;
  readonly once: string;
  readonly copy: string;
  readonly copied: string;
  readonly download: string;
  readonly print: string;
  readonly go: string;
  /** The first lines of the file. */
  readonly file: string;
};

type Props = { readonly codes: readonly string[]; readonly words: RecoveryWords; readonly next: string };

/** Codes that are seen this once: to copy, to keep as a file, or on paper. */
export function RecoveryCodes({ codes, words, next }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div>
      <h1 ref={heading} tabIndex={-1} className="font-bold text-2xl outline-none">
        {words.title}
      </h1>
      <p className="mt-2 text-base-content/80">{words.lead}</p>
      <ul className="num mt-4 grid grid-cols-2 gap-x-6 gap-y-2 rounded-field border border-base-300 bg-base-200 p-4 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="mt-3 font-semibold text-sm">{words.once}</p>
      <Keeping codes={codes} words={words} />
      <a className="btn btn-primary btn-lg mt-6 w-full" href={next}>
        {words.go}
      </a>
    </div>
  );
}

/** Three ways of keeping them; without scripts the codes are on the page all the same. */
function Keeping({ codes, words }: Pick<Props, "codes" | "words">) {
  const [isCopied, setCopied] = useState(false);
  const [canScript, setCanScript] = useState(false);
  useEffect(() => setCanScript(true), []);
  if (!canScript) return null;
  const text = `${words.file}\n\n${codes.join("\n")}\n`;
  const copy = () => navigator.clipboard?.writeText(codes.join("\n")).then(() => setCopied(true));
  return (
    <p className="mt-3 flex flex-wrap gap-2 print:hidden">
      <button type="button" className="btn btn-outline min-h-11" onClick={copy}>
        {isCopied ? <Check className="size-4" aria-hidden="true" /> : <Copy className="size-4" aria-hidden="true" />}
        <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
      </button>
      <a
        className="btn btn-outline min-h-11"
        download="rozruch-kody-zapasowe.txt"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
      >
        <Download className="size-4" aria-hidden="true" /> {words.download}
      </a>
      <button type="button" className="btn btn-outline min-h-11" onClick={() => print()}>
        <Printer className="size-4" aria-hidden="true" /> {words.print}
      </button>
    </p>
  );
}

"use client";

import { CircleCheckBig, Eye, EyeOff, TriangleAlert } from "lucide-react";
import { type ClipboardEvent, type FormEvent, useEffect, useRef, useState } from "react";
import type { ProviderId } from "#domain/check/provider";
import { type KeyReading, readKey } from "#domain/credential/key-reading";
import { keyWithin } from "#domain/credential/within";
import { fieldOf } from "./field.tsx";
import type { KeyFormWords } from "./key-form-words.tsx";
import { refusalKey } from "./refusal-key.tsx";

type Props = {
  readonly provider: ProviderId;
  /** Shows that the form was given to the session that sends it. */
  readonly token: string;
  readonly words: KeyFormWords;
  readonly mustConfirm: boolean;
  readonly isReplacing: boolean;
};

/**
 * Says what is wrong while somebody types, by the same rules as the server. The key itself is in the field alone: no
 * state of the page ever holds it, and without JavaScript the form is sent all the same.
 */
export function KeyForm({ provider, token, words, mustConfirm, isReplacing }: Props) {
  const id = fieldOf(provider);
  const field = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<Verdict | null>(null);
  const [isShown, setShown] = useState(false);
  const [isSending, setSending] = useState(false);

  // A page that the browser kept and shows again on 'back' must hold no key, and must not go on sending for ever.
  useEffect(() => {
    const forget = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      if (field.current) field.current.value = "";
      setReading(null);
      setSending(false);
    };
    window.addEventListener("pageshow", forget);
    return () => window.removeEventListener("pageshow", forget);
  }, []);

  const read = () => setReading(verdictOf(field.current?.value ?? "", provider));
  const takeOut = () => {
    const key = keyWithin(field.current?.value ?? "", provider);
    if (key && field.current) field.current.value = key;
    read();
    field.current?.focus();
  };
  // A field of one line drops line ends, and would glue what stood on two lines together.
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text");
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const line = text.trim().replaceAll(/\s*[\r\n]+\s*/g, " ");
    event.currentTarget.setRangeText(line, selectionStart ?? 0, selectionEnd ?? value.length, "end");
    read();
  };
  const send = (event: FormEvent) => {
    const verdict = verdictOf(field.current?.value ?? "", provider);
    setReading(verdict);
    if (verdict?.ok && !isSending) return setSending(true);
    event.preventDefault();
    field.current?.focus();
  };
  const isBad = reading !== null && !reading.ok;
  const asksConfirmation = mustConfirm || (reading?.ok && reading.confirm);
  return (
    <form method="post" action="/api/credential" onSubmit={send} className="mt-4" autoComplete="off">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="provider" value={provider} />
      <label htmlFor={id} className="font-semibold text-sm">
        {words.label}
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          ref={field}
          id={id}
          name="credential"
          type={isShown ? "text" : "password"}
          onInput={read}
          onPaste={paste}
          required
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore=""
          data-lpignore="true"
          aria-describedby={`${id}-hint ${id}-verdict`}
          aria-invalid={isBad}
          className={`input h-12 w-full font-mono text-base ${isBad ? "input-error" : ""}`}
        />
        <button
          type="button"
          className="btn btn-quiet btn-square h-12 w-12"
          aria-pressed={isShown}
          aria-label={isShown ? words.hide : words.show}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? <EyeOff className="size-5" aria-hidden="true" /> : <Eye className="size-5" aria-hidden="true" />}
        </button>
      </div>
      <p id={`${id}-hint`} className="mt-1.5 text-base-content/70 text-sm">
        {words.hint}
      </p>
      <p id={`${id}-verdict`} role="status" className="mt-3 min-h-6 text-sm">
        {reading && <VerdictLine verdict={reading} words={words} />}
      </p>
      {isBad && reading.refusal === "key_inside" && (
        <button type="button" className="btn btn-outline mt-2 mr-2 min-h-11" onClick={takeOut}>
          {words.takeOut}
        </button>
      )}
      {asksConfirmation && <input type="hidden" name="confirmed" value="yes" />}
      <button
        type="submit"
        aria-disabled={isSending}
        className={`btn mt-2 min-h-11 ${isReplacing ? "btn-outline" : "btn-primary"}`}
      >
        {isSending && <span className="loading loading-spinner loading-sm" aria-hidden="true" />}
        {isSending ? words.saving : asksConfirmation ? words.confirmSave : words.save}
      </button>
    </form>
  );
}

/** What may be said of a paste without holding any of it. */
type Verdict =
  | { readonly ok: true; readonly kind: string; readonly wasCleaned: boolean; readonly confirm: boolean }
  | { readonly ok: false; readonly refusal: string };

function verdictOf(paste: string, provider: ProviderId): Verdict | null {
  const reading: KeyReading = readKey(paste, provider);
  if (reading.ok)
    return { ok: true, kind: reading.kind, wasCleaned: reading.cleaned.length > 0, confirm: reading.confirm };
  return reading.refusal.code === "empty" ? null : { ok: false, refusal: refusalKey(reading.refusal) };
}

function VerdictLine({ verdict, words }: { readonly verdict: Verdict; readonly words: KeyFormWords }) {
  const Icon = verdict.ok && !verdict.confirm ? CircleCheckBig : TriangleAlert;
  const ink = verdict.ok ? (verdict.confirm ? "text-warning" : "text-success") : "text-error";
  const sentence = verdict.ok
    ? verdict.confirm
      ? words.confirm
      : words.good[verdict.kind]
    : words.refusal[verdict.refusal];
  return (
    <span className={`flex items-start gap-2 ${ink}`}>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span>
        {sentence} {verdict.ok && verdict.wasCleaned && words.cleaned}
      </span>
    </span>
  );
}

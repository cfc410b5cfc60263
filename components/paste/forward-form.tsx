"use client";

import { CircleCheck, Forward } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";

/** `when` says in words when to come back, where a limit was met. */
export type Forwarded = { readonly said: "sent" | "too_many"; readonly when?: string };

type Props = {
  readonly forward: (form: FormData) => Promise<Forwarded>;
  /** The same for a browser without JavaScript, which goes on to a page that says so. */
  readonly forwardPlainly: (form: FormData) => Promise<void>;
  readonly message: string;
  readonly words: Readonly<Record<"send" | "sending" | Forwarded["said"] | "unreachable", string>>;
};

/** To agree is to press the button, beside which it says who will see what. */
export function ForwardForm({ forward, forwardPlainly, message, words }: Props) {
  const [answer, setAnswer] = useState<Forwarded | { said: "unreachable"; when?: string } | null>(null);
  const [isSending, startSending] = useTransition();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = new FormData(event.currentTarget);
    startSending(async () => {
      try {
        setAnswer(await forward(form));
      } catch (error) {
        unstable_rethrow(error);
        setAnswer({ said: "unreachable" });
      }
    });
  };
  return (
    <form action={forwardPlainly} onSubmit={send}>
      <input type="hidden" name="message" value={message} />
      {answer?.said !== "sent" && (
        <button type="submit" aria-disabled={isSending} className="btn btn-outline min-h-11">
          {isSending ? (
            <span className="loading loading-spinner loading-sm" aria-hidden="true" />
          ) : (
            <Forward className="size-4" aria-hidden="true" />
          )}
          {isSending ? words.sending : words.send}
        </button>
      )}
      <p role="status" className="mt-2 flex items-start gap-2 empty:hidden">
        {answer?.said === "sent" && <CircleCheck className="mt-1 size-4 shrink-0 text-success" aria-hidden="true" />}
        {answer && [words[answer.said], answer.when].filter(Boolean).join(" ")}
      </p>
    </form>
  );
}

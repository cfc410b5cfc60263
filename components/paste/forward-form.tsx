"use client";

import { CircleCheck, Forward } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";

export type Forwarded = "sent" | "too_many";

type Props = {
  readonly forward: (form: FormData) => Promise<Forwarded>;
  /** The same for a browser without JavaScript, which goes on to a page that says so. */
  readonly forwardPlainly: (form: FormData) => Promise<void>;
  readonly message: string;
  readonly words: Readonly<Record<"send" | "sending" | Forwarded | "unreachable", string>>;
};

/** To agree is to press the button, beside which it says who will see what. */
export function ForwardForm({ forward, forwardPlainly, message, words }: Props) {
  const [said, setSaid] = useState<Forwarded | "unreachable" | null>(null);
  const [isSending, startSending] = useTransition();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = new FormData(event.currentTarget);
    startSending(async () => {
      try {
        setSaid(await forward(form));
      } catch (error) {
        unstable_rethrow(error);
        setSaid("unreachable");
      }
    });
  };
  return (
    <form action={forwardPlainly} onSubmit={send}>
      <input type="hidden" name="message" value={message} />
      {said !== "sent" && (
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
        {said === "sent" && <CircleCheck className="mt-1 size-4 shrink-0 text-success" aria-hidden="true" />}
        {said && words[said]}
      </p>
    </form>
  );
}

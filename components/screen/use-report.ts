import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { ScreenSaid } from "./screen-words.tsx";

/** `when` says in words when to come back, where a limit was met. */
export type Answer = { readonly said: ScreenSaid; readonly when?: string };

/** Sends a form and keeps what came back; whatever it is, the form stays as it was typed. */
export function useReport(first: Answer | null) {
  const router = useRouter();
  const [answer, setAnswer] = useState(first);
  const [isSending, startSending] = useTransition();
  const send = (form: FormData) =>
    startSending(async () => {
      const next = await post(form).catch((): Answer => ({ said: "unreachable" }));
      setAnswer(next);
      if (next.said === "sent") router.refresh();
    });
  return { answer, isSending, send, begin: () => setAnswer(null) };
}

/** Whoever is no longer signed in is sent a page in place of an answer. */
async function post(form: FormData): Promise<Answer> {
  const wish = { method: "POST", body: form, headers: { accept: "application/json" } };
  const response = await fetch("/api/screens", wish);
  const isAnswer = response.headers.get("content-type")?.startsWith("application/json");
  return isAnswer
    ? ((await response.json()) as Answer)
    : { said: response.status === 404 ? "not_found" : "unreachable" };
}

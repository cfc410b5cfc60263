import { useEffect, useState } from "react";
import type { Found } from "#domain/search/finding";
import { questionIn } from "#domain/search/question";

const PAUSE_MS = 120;

/** What the server has answered, with how it is said aloud. */
export type Answer = Found & { readonly said: string };
export type Asked =
  | { readonly state: "idle" | "searching" | "unreachable"; readonly answer: Answer | null }
  | { readonly state: "found"; readonly answer: Answer }
  | { readonly state: "too_many"; readonly answer: null; readonly seconds: number };

const IDLE: Asked = { state: "idle", answer: null };

/** Asks while somebody types, after a short pause; an answer that came too late is none. What was found stays until there is another. */
export function useFindings(typed: string): Asked {
  const [asked, setAsked] = useState<Asked>(IDLE);
  useEffect(() => {
    const question = questionIn(typed);
    if (question === "") return setAsked(IDLE);
    const stale = new AbortController();
    const timer = setTimeout(async () => {
      setAsked(({ answer }) => ({ state: "searching", answer }));
      const next = await ask(question, stale.signal).catch((): Asked => ({ state: "unreachable", answer: null }));
      if (!stale.signal.aborted) setAsked(next);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stale.abort();
    };
  }, [typed]);
  return asked;
}

async function ask(question: string, signal: AbortSignal): Promise<Asked> {
  const response = await fetch("/api/search", {
    method: "POST",
    body: new URLSearchParams({ q: question }),
    headers: { accept: "application/json" },
    // Whoever has been signed out is led to no page by a fetch.
    redirect: "manual",
    signal,
  });
  if (response.status === 429)
    return { state: "too_many", answer: null, seconds: Number(response.headers.get("retry-after") ?? 60) };
  return response.ok ? { state: "found", answer: await response.json() } : { state: "unreachable", answer: null };
}

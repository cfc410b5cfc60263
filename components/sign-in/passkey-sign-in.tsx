"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { usePasskeySupport } from "./passkey-support.tsx";
import type { PasskeyWords } from "./passkey-words.tsx";

type Refusal = keyof PasskeyWords["refusal"];

const JSON_TYPE = { "content-type": "application/json", accept: "application/json" };

/** Where to go on to, or why not. */
async function signIn(): Promise<{ readonly path: string } | { readonly refusal: Refusal }> {
  const asked = await fetch("/api/passkey/challenge", { method: "POST", headers: JSON_TYPE });
  if (!asked.ok) return { refusal: "failed" };
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = await asked.json();
  // The browser says the same for 'no', for 'too slow' and for 'there is none'.
  const answer = await startAuthentication({ optionsJSON }).catch(() => null);
  if (!answer) return { refusal: "cancelled" };
  const body = JSON.stringify(answer);
  const opened = await fetch("/api/passkey/sign-in", { method: "POST", headers: JSON_TYPE, body });
  return opened.ok ? ((await opened.json()) as { path: string }) : { refusal: "unknown" };
}

/** Signs in by a passkey; not there where the browser has none of that. */
export function PasskeySignIn({ words }: { readonly words: PasskeyWords }) {
  const isSupported = usePasskeySupport();
  const [state, setState] = useState<"idle" | "waiting" | Refusal>("idle");
  if (!isSupported) return null;
  const start = async () => {
    if (state === "waiting") return;
    setState("waiting");
    const outcome = await signIn().catch(() => ({ refusal: "failed" as const }));
    if ("path" in outcome) location.assign(outcome.path);
    else setState(outcome.refusal);
  };
  const refusal = state !== "idle" && state !== "waiting" ? words.refusal[state] : null;
  return (
    <div>
      <button
        type="button"
        className="btn btn-outline min-h-12 w-full"
        onClick={start}
        aria-disabled={state === "waiting"}
        aria-describedby="passkey-refusal"
      >
        {state === "waiting" ? (
          <span className="loading loading-spinner loading-sm" aria-hidden="true" />
        ) : (
          <KeyRound className="size-4" aria-hidden="true" />
        )}
        {state === "waiting" ? words.waiting : words.button}
      </button>
      <p id="passkey-refusal" role="alert" className="mt-1.5 text-error text-sm empty:hidden">
        {refusal}
      </p>
    </div>
  );
}

"use client";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { usePasskeySupport } from "#components/sign-in/passkey-support";

type Refusal = "cancelled" | "full" | "not_made";
type Offer =
  | { readonly options: PublicKeyCredentialCreationOptionsJSON; readonly refusal: null }
  | { readonly options: null; readonly refusal: "full" | "not_made" };

export type AddPasskeyProps = {
  readonly offer: () => Promise<Offer>;
  /** Keeps what the device has made; says whether it is one. */
  readonly add: (answer: string) => Promise<boolean>;
  readonly words: {
    readonly add: string;
    readonly adding: string;
    readonly unsupported: string;
    readonly refusal: Readonly<Record<Refusal, string>>;
  };
};

/** Has the device make a passkey and keeps its public half. */
export function AddPasskey({ offer, add, words }: AddPasskeyProps) {
  const isSupported = usePasskeySupport();
  const [state, setState] = useState<"idle" | "waiting" | Refusal>("idle");
  const make = async (): Promise<"idle" | Refusal> => {
    const offered = await offer();
    if (offered.refusal) return offered.refusal;
    const { startRegistration } = await import("@simplewebauthn/browser");
    const answer = await startRegistration({ optionsJSON: offered.options }).catch(() => null);
    if (!answer) return "cancelled";
    return (await add(JSON.stringify(answer))) ? "idle" : "not_made";
  };
  const start = async () => {
    if (state === "waiting") return;
    setState("waiting");
    setState(await make().catch(() => "not_made" as const));
  };
  if (!isSupported) return <p className="text-base-content/70 text-sm">{words.unsupported}</p>;
  const refusal = state !== "idle" && state !== "waiting" ? words.refusal[state] : null;
  return (
    <>
      <button type="button" className="btn btn-outline min-h-11" onClick={start} aria-disabled={state === "waiting"}>
        {state === "waiting" && <span className="loading loading-spinner loading-sm" aria-hidden="true" />}
        {state === "waiting" ? words.adding : words.add}
      </button>
      <p role="alert" className="mt-1.5 text-error text-sm empty:hidden">
        {refusal}
      </p>
    </>
  );
}

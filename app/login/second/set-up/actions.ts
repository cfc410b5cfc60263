"use server";

import { cookies } from "next/headers";
import { whenAgain } from "#server/door/come-back";
import { renewRecoveryCodes, setUpApp } from "#server/second-factor/commands";
import { keepSession, sessionCookie } from "#server/sign-in/next-auth";
import { nextPageIn } from "#server/sign-in/next-page";
import { requireFactorOwner } from "#server/viewer";

export type SetUpState = {
  /** Seen this once, in the answer to this very form. */
  readonly codes: readonly string[] | null;
  /** Where to go on to then. */
  readonly next?: string;
  readonly refusal: "wrong_code" | "too_many" | "expired" | null;
  /** When to come back, in words, where a limit was met. */
  readonly when?: string;
};

export async function setUp(_: SetUpState, form: FormData): Promise<SetUpState> {
  const owner = await requireFactorOwner();
  const jar = await cookies();
  const token = jar.get(sessionCookie())?.value ?? "";
  const digits = String(form.get("digits") ?? "").slice(0, 40);
  const outcome = await setUpApp(owner, digits, token, new Date());
  if (!outcome.ok) return { codes: null, refusal: outcome.refusal, when: await whenAgain(outcome) };
  keepSession(jar, outcome.value.session);
  const next = owner.appSince ? "/account" : nextPageIn(jar);
  return { codes: outcome.value.codes, next, refusal: null };
}

export async function renewCodes(_: SetUpState): Promise<SetUpState> {
  const owner = await requireFactorOwner();
  return { codes: await renewRecoveryCodes(owner), next: "/account", refusal: null };
}

"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { readAddress } from "#domain/sign-in/address";
import { whenAgain } from "#server/door/come-back";
import { ipOf } from "#server/door/guard";
import { requestSignIn } from "#server/sign-in/commands";
import { mailCookie } from "#server/sign-in/door-cookie";
import { isKnownBrowser } from "#server/sign-in/known-browser";

export type AddressState = {
  readonly refusal: "address" | "too_many" | null;
  readonly address: string;
  /** When to come back, in words, where a limit was met. */
  readonly when?: string;
};

/** Open to strangers on purpose: it answers the same for everybody and does nothing but count and enqueue. */
export async function askForLink(_: AddressState, form: FormData): Promise<AddressState> {
  const typed = String(form.get("email") ?? "").slice(0, 320);
  const address = readAddress(typed);
  if (!address) return { refusal: "address", address: typed };
  const isKnown = isKnownBrowser(await cookies(), address, new Date());
  const asked = await requestSignIn(address, { ip: ipOf(await headers()), isKnown });
  if (!asked.ok) return { refusal: asked.refusal, address: typed, when: await whenAgain(asked) };
  mailCookie.keep(await cookies(), asked.value.browserToken);
  redirect("/login/sent");
}

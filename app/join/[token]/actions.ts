"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cleanName, faultOfName } from "#domain/roster/name";
import { readAddress } from "#domain/sign-in/address";
import { ipOf } from "#server/door/guard";
import { joinCohort } from "#server/join/commands";
import { requestSignIn } from "#server/sign-in/commands";
import { mailCookie } from "#server/sign-in/door-cookie";
import { isKnownBrowser } from "#server/sign-in/known-browser";
import { currentLocale } from "#server/wording/locale";

export type JoinState = {
  readonly refusal: "badName" | "badEmail" | "too_many" | "full" | "ended" | "closed" | "not_found" | null;
  readonly name: string;
  readonly email: string;
};

/** Open to whoever has the link: it answers the same to those who are on the roster and those who are not. */
export async function join(_: JoinState, form: FormData): Promise<JoinState> {
  const typed = {
    name: String(form.get("name") ?? "").slice(0, 200),
    email: String(form.get("email") ?? "").slice(0, 320),
  };
  const [name, email] = [cleanName(typed.name), readAddress(typed.email)];
  if (name === "" || faultOfName(name)) return { ...typed, refusal: "badName" };
  if (!email) return { ...typed, refusal: "badEmail" };
  const [ip, locale] = [ipOf(await headers()), await currentLocale()];
  const token = String(form.get("token") ?? "").slice(0, 100);
  const joined = await joinCohort(token, { person: { email, name }, locale, ip }, new Date());
  if (!joined.ok) return { ...typed, refusal: joined.refusal };
  const isKnown = isKnownBrowser(await cookies(), email, new Date());
  const asked = await requestSignIn(email, { ip, isKnown });
  if (!asked.ok) return { ...typed, refusal: "too_many" };
  mailCookie.keep(await cookies(), asked.value.browserToken);
  redirect("/login/sent");
}

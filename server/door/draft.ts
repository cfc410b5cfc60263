import "server-only";
import { cookies } from "next/headers";
import { environment } from "../environment.ts";

const COOKIE = "rozruch-draft";
const KEPT_S = 600;
/** A cookie has four thousand bytes; in two bytes for each character so many always fit. */
const LONGEST = 1_400;

/** What was typed into a form that a route refused, kept by the browser alone, for the page on which the form is. */
export const keptDraft = (path: string, text: string): string =>
  cookieFor(path, Buffer.from(text.slice(0, LONGEST), "utf16le").toString("base64url"), KEPT_S);

export const forgottenDraft = (path: string): string => cookieFor(path, "", 0);

function cookieFor(path: string, value: string, seconds: number): string {
  const isEncrypted = environment().APP_ORIGIN.startsWith("https:");
  const rest = `Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isEncrypted ? "; Secure" : ""}`;
  return `${COOKIE}=${value}; ${rest}`;
}

/** Empty where there is none. */
export async function draft(): Promise<string> {
  return Buffer.from((await cookies()).get(COOKIE)?.value ?? "", "base64url").toString("utf16le");
}

import { requestSignIn } from "#server/sign-in/commands";
import { sendSignInMail } from "#server/sign-in/mail";
import { anIp } from "./keys.ts";
import type { Mailbox } from "./mailbox.ts";
import { asWorker, ownerDatabase } from "./roles.ts";

/** Asks for a sign-in mail, and gives the token that the browser keeps. */
export async function ask(address: string): Promise<string> {
  const asked = await requestSignIn(address, { ip: anIp(), isKnown: false });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.browserToken;
}

export const requestsOf = (email: string) => ownerDatabase().signInRequest.findMany({ where: { email } });

/** Does what the worker does with the jobs of an address. */
export async function deliver(email: string): Promise<void> {
  for (const { id } of await requestsOf(email)) await asWorker(() => sendSignInMail(id));
}

/** Asks, and reads link and code from the mail. */
export async function letterFor(email: string, mailbox: Mailbox) {
  const browserToken = await ask(email);
  await deliver(email);
  const letter = mailbox.letterTo(email) ?? "";
  const link = /\/login\/confirm#t=([\w-]{43})/.exec(letter)?.[1] ?? "";
  const code = /\b\d{4} \d{4}\b/.exec(letter)?.[0] ?? "";
  return { browserToken, letter, link, code };
}

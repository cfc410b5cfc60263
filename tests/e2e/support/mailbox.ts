import { expect } from "@playwright/test";
import { addresses } from "./addresses.ts";

export type Mail = {
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
};

export async function allMails(): Promise<readonly Mail[]> {
  const answer = await fetch(new URL("/api/email", addresses.mailbox));
  return (await answer.json()) as readonly Mail[];
}

const isTo = (address: string) => (mail: Mail) => mail.to.some((receiver) => receiver.address === address);

export const mailsTo = async (address: string): Promise<readonly Mail[]> => (await allMails()).filter(isTo(address));

/** The latest mail to an address, as soon as there are `count` of them. */
export const mailTo = (address: string, count = 1): Promise<Mail> => latest(address, count, () => true);

/** The code of the latest mail to an address that has one, as soon as there are `count` of those. */
export const codeTo = async (address: string, count = 1): Promise<string> =>
  codeIn(await latest(address, count, (mail) => codeIn(mail) !== ""));

async function latest(address: string, count: number, isMeant: (mail: Mail) => boolean): Promise<Mail> {
  const meant = async () => (await mailsTo(address)).filter(isMeant);
  await expect.poll(async () => (await meant()).length, { message: `mail to ${address}`, timeout: 15_000 }).toBe(count);
  const mail = (await meant()).at(-1);
  if (!mail) throw new Error(`There is no mail to ${address}.`);
  return mail;
}

/** The first link of a mail to a page of the portal. */
export const linkTo = ({ text }: Mail, path: string): string =>
  text.match(/http\S+/g)?.find((link) => link.includes(path)) ?? "";
export const linkIn = ({ text }: Mail): string => /http\S+\/login\/confirm#t=\S+/.exec(text)?.[0] ?? "";
export const codeIn = ({ text }: Mail): string => /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? "";

import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { workerEnvironment } from "../environment.ts";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const PATIENCE_MS = 15_000;
let transport: Transporter | undefined;

const hostOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";

/**
 * Hands a letter to the mail server; throws when it is not taken, so that its job is tried again. `name` becomes part of
 * its id, and `returnTo` is where it goes when it cannot be delivered.
 */
export async function sendLetter(letter: Letter, name?: string, returnTo?: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = workerEnvironment();
  transport ??= createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  await transport.sendMail({
    from: MAIL_FROM,
    ...letter,
    ...(name && { messageId: `<${name}@${hostOf(MAIL_FROM)}>` }),
    ...(returnTo && { envelope: { from: returnTo, to: letter.to } }),
  });
}

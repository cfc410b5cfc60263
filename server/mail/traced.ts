import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "../database/client.ts";
import { workerEnvironment } from "../environment.ts";
import { type Letter, sendLetter } from "./mailer.ts";

/** Of whom, what kind, and of which message it is where it is one. */
export type Trace = { readonly userId: string; readonly kind: string; readonly messageId?: string };

const TOKEN_BYTES = 16;
const hashOf = (text: string) => new Uint8Array(createHash("sha256").update(text.toLowerCase(), "utf8").digest());

/**
 * Sends a letter so that it can be known again when it comes back: its id and, where the operator has named an address
 * for what comes back, its return address carry a token that nobody can guess. Throws when it is not taken.
 */
export async function sendTraced(tx: Transaction, trace: Trace, letter: Letter): Promise<void> {
  // Hexadecimal, since mail servers do not keep the case of an address.
  const token = randomBytes(TOKEN_BYTES).toString("hex");
  const data = { ...trace, tokenHash: hashOf(token), addressHash: hashOf(letter.to) };
  await tx.mailLetter.create({ data, select: { id: true } });
  await sendLetter(letter, token, returnAddress(workerEnvironment().MAIL_BOUNCES, token));
}

/** `zwroty+TOKEN@kurs.example.pl` */
function returnAddress(address: string | undefined, token: string): string | undefined {
  const [name, host] = address?.split("@") ?? [];
  return name && host ? `${name}+${token}@${host}` : undefined;
}

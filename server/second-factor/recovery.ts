import "server-only";
import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Transaction } from "../database/client.ts";
import { derivedKey, mac } from "../door/derived-key.ts";

const CODES = 10;
const LETTERS = 10;
/** Crockford's base 32: no letter that is read for another, so ten of them are 50 bits. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const newCode = (): string => Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

const inHalves = (code: string): string => `${code.slice(0, LETTERS / 2)}-${code.slice(LETTERS / 2)}`;

/** A code as somebody typed it: with or without its dash, in any case, and with the letters that look like digits. */
export const readRecoveryCode = (text: string): string =>
  text.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1");

const hashOf = (userId: string, code: string) => new Uint8Array(mac(derivedKey("recovery code"), userId, code));

/** Ten new codes in place of all former ones. They are seen this once: the table keeps an HMAC of each. */
export async function replaceCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: uuid(), userId, codeHash: hashOf(userId, code) })),
  });
  return codes.map(inHalves);
}

/** Uses a code up: of any number of posts at once exactly one is told yes. */
export async function useCode(tx: Transaction, userId: string, typed: string, now: Date): Promise<boolean> {
  const codeHash = hashOf(userId, readRecoveryCode(typed));
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

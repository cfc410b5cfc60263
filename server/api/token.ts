import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "rzr_";
const SECRET_BYTES = 32;
/** As many digits as the largest number of these bytes has. */
const [SECRET_DIGITS, SUM_DIGITS] = [43, 6];
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function base62(number: bigint, length: number): string {
  let [left, text] = [number, ""];
  for (; left > 0n; left /= 62n) text = `${DIGITS[Number(left % 62n)]}${text}`;
  return text.padStart(length, "0");
}

const sumOf = (secret: string): string => base62(BigInt(crc32(secret)), SUM_DIGITS);

/** 32 random bytes in base 62 behind a prefix that searches for leaked secrets know, and a sum that tells a typing error. */
export function newToken(): string {
  const secret = base62(BigInt(`0x${randomBytes(SECRET_BYTES).toString("hex")}`), SECRET_DIGITS);
  return `${PREFIX}${secret}${sumOf(secret)}`;
}

const FORM = new RegExp(`^${PREFIX}([0-9A-Za-z]{${SECRET_DIGITS}})([0-9A-Za-z]{${SUM_DIGITS}})$`);

/** Whether it can be one of ours at all, without asking the database. */
export function isWellFormed(text: string): boolean {
  const [, secret, sum] = FORM.exec(text) ?? [];
  return secret !== undefined && sumOf(secret) === sum;
}

export const looksLikeToken = (text: string): boolean => text.includes(PREFIX);

/** All that is stored. A secret of so many bytes needs no slow hash: nobody guesses it. */
export const hashOf = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token, "utf8").digest());

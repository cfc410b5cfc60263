import "server-only";
import { createHash, randomBytes, randomInt } from "node:crypto";

const TOKEN_BYTES = 32;
const CODE_DIGITS = 8;

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

export const newCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");

/** The digits of a code as somebody typed it, with or without the space in the middle. */
export const readCode = (text: string): string => text.replace(/\D/g, "");

/** What the database keeps in place of a token. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token, "utf8").digest();

/** A code is short, so its hash is bound to the browser that asked. */
export const codeHashOf = (code: string, browserHash: Uint8Array): Buffer =>
  createHash("sha256").update(browserHash).update(code, "utf8").digest();

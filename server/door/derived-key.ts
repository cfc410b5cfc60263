import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { webEnvironment } from "../environment.ts";

const KEY_BYTES = 32;

/** A key of one purpose out of AUTH_SECRET (HKDF, RFC 5869), so that none of them serves for another. */
export const derivedKey = (purpose: "app secret" | "offered secret" | "recovery code" | "form token"): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", webEnvironment().AUTH_SECRET, "", `rozruch ${purpose} v1`, KEY_BYTES));

/** HMAC-SHA256 over parts of which none can be taken for a piece of another. */
export function mac(key: Uint8Array, ...parts: readonly string[]): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`);
  return hmac.digest();
}

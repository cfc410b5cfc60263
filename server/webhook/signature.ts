import "server-only";
import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** In the form of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export const newSigningSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`;

type Signed = { readonly id: string; readonly at: Date; readonly body: string };

export const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/** One `v1,…` of HMAC-SHA256 over id, time and body, as Standard Webhooks says. */
export function signatureOf({ id, at, body }: Signed, secret: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  return `v1,${createHmac("sha256", key)
    .update(`${id}.${secondsOf(at)}.${body}`, "utf8")
    .digest("base64")}`;
}

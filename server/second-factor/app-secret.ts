import "server-only";
import { EncryptJWT, jwtDecrypt } from "jose";
import { derivedKey, mac } from "../door/derived-key.ts";

/** As RFC 4226 recommends for SHA-1. */
const SECRET_BYTES = 20;

/**
 * The secret that this session offers its person for a new app. It is worked out and not stored, so that a page can show
 * it again after a mistyped code without writing anything. `before` tells one factor of a person from the next.
 */
export const offeredSecret = (userId: string, sessionToken: string, before: Date | null): Uint8Array =>
  mac(derivedKey("offered secret"), userId, sessionToken, before?.toISOString() ?? "").subarray(0, SECRET_BYTES);

/** Encrypted (JWE, A256GCM) and bound to its person: in another's row it does not open. */
export async function sealSecret(secret: Uint8Array, userId: string): Promise<Uint8Array<ArrayBuffer>> {
  const token = await new EncryptJWT({ secret: Buffer.from(secret).toString("base64url") })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setSubject(userId)
    .encrypt(derivedKey("app secret"));
  return new TextEncoder().encode(token);
}

/** Throws where the bytes are not this person's, or AUTH_SECRET is another than when they were written. */
export async function openSecret(sealed: Uint8Array, userId: string): Promise<Uint8Array> {
  const token = new TextDecoder().decode(sealed);
  const { payload } = await jwtDecrypt(token, derivedKey("app secret"), { subject: userId });
  return Buffer.from(String(payload.secret), "base64url");
}

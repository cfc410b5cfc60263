import "server-only";
import { Secret, TOTP } from "otpauth";

const PERIOD_S = 30;
/** Clocks of telephones go wrong: the digits before and after count too. */
const WINDOW_STEPS = 1;

const totpOf = (secret: Uint8Array, label = ""): TOTP =>
  new TOTP({
    issuer: "Rozruch",
    label,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    period: PERIOD_S,
  });

/** The time step whose six digits these are; null where they are none of the last, this and the next one. */
export function stepOf(secret: Uint8Array, digits: string, now: Date): bigint | null {
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: WINDOW_STEPS });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / PERIOD_S) + delta);
}

/** What an app reads from the picture: `otpauth://totp/…`. */
export const addressOf = (secret: Uint8Array, email: string): string => totpOf(secret, email).toString();

/** The same to be typed: letters and digits in groups of four. */
export const inGroups = (secret: Uint8Array): string =>
  new Secret({ buffer: new Uint8Array(secret).buffer }).base32.replace(/.{4}(?=.)/g, "$& ");

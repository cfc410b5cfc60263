import { randomBytes } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { type GoogleSituationId, googleKeyOf } from "../../../scripts/simulator/google.ts";
import { keyOf } from "../../../scripts/simulator/keys.ts";
import type { SituationId } from "../../../scripts/simulator/situations.ts";
import { addresses } from "./addresses.ts";

/** A key of a journey, and the part of it that is nobody else's. */
export type MadeKey = { readonly key: string; readonly secret: string };

/** So that each can be looked for when all journeys are over. */
function remembered(key: string, secret: string): string {
  appendFileSync(addresses.keys, `${secret} ${key}\n`, { mode: 0o600 });
  return key;
}

const someSecret = () => randomBytes(45).toString("base64").replace(/[+/]/g, "x");

/** A new key that the simulator takes for one of OpenAI's. */
export function aKey(situation: SituationId = "good"): string {
  const secret = someSecret();
  return remembered(keyOf(situation, secret), secret);
}

/** A new key that the simulator takes for one of Gemini's. */
export function aGoogleKey(situation: GoogleSituationId = "good"): string {
  const secret = someSecret().slice(0, 40);
  return remembered(googleKeyOf(situation, secret), secret);
}

/** A new key that begins like this, in the form of whoever's it is. */
export function aKeyLike(...parts: readonly string[]): string {
  const secret = someSecret();
  return remembered([...parts, secret].join("-"), secret);
}

/** The part of a key of ours that is nobody else's. */
export const secretIn = (key: string): string => madeKeys().find((made) => made.key === key)?.secret ?? "";

/** What all keys of the simulator have, those among them that were sealed without having been typed. */
export const COMMON_PART = keyOf("good").slice(82, 98);

/** Every key that a journey of this run has made. */
export const madeKeys = (): MadeKey[] =>
  readFileSync(addresses.keys, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [secret = "", key = ""] = line.split(" ");
      return { key, secret };
    });

import { finderOf } from "./finder.ts";

/** A place where something could have been left, and all that is in it. */
export type Place = { readonly name: string; readonly text: string | Uint8Array };

/** The forms in which a text could stand somewhere, each with its name. */
export const FORMS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  "as it is": (text) => [text],
  reversed: (text) => [[...text].reverse().join("")],
  hex: (text) => [Buffer.from(text).toString("hex"), Buffer.from(text).toString("hex").toUpperCase()],
  "a printed Buffer": (text) => [[...Buffer.from(text)].map((byte) => byte.toString(16)).join(" ")],
  base64: (text) => innerBase64(text, "base64"),
  base64url: (text) => innerBase64(text, "base64url"),
  "a list of bytes": (text) => [Buffer.from(text).join(","), Buffer.from(text).join(" ")],
  "escaped JSON": (text) => [[...text].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join("")],
};

/** The same bytes look different at each of the three places that they can have in a base64 text; the ends depend on their neighbours. */
const innerBase64 = (text: string, form: "base64" | "base64url"): string[] =>
  [0, 1, 2].map((shift) => {
    const length = Math.floor((text.length + shift) / 3) * 4;
    return Buffer.from("\0".repeat(shift) + text)
      .toString(form)
      .slice(shift && 4, length);
  });

export const formsOf = (text: string): string[] => Object.values(FORMS).flatMap((form) => form(text));

const WINDOW = 12;

/** A key, its halves and every `window` characters in a row of what is secret in it, in each form. */
export function tracesOf(key: string, { secret = key, window = WINDOW } = {}): string[] {
  const half = Math.floor(key.length / 2);
  const windows = Array.from({ length: secret.length - window + 1 }, (_, at) => secret.slice(at, at + window));
  const plain = [key, key.slice(0, half), key.slice(half), ...windows];
  return plain.filter(isTelling).flatMap(formsOf);
}

/** Characters that all look alike stand anywhere. */
const isTelling = (piece: string): boolean => new Set(piece).size > 4;

/** The names of the places that hold any of the traces. */
export function foundIn(places: readonly Place[], traces: Iterable<string>): string[] {
  const find = finderOf(traces);
  return places.filter(({ text }) => find(looked(text)).length > 0).map(({ name }) => name);
}

/** A list of bytes may be printed over many lines. */
const looked = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? Buffer.from(text.replace(/(?<=\d),\s+(?=\d)/g, ",")) : text;

/** The traces of these keys that a text holds. */
export const tracesIn = (text: string, ...keys: readonly string[]): string[] =>
  finderOf(keys.flatMap((key) => tracesOf(key)))(looked(text));

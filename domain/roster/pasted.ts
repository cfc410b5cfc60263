import { readAddress } from "../sign-in/address.ts";
import { cleanName, faultOfName, spokenName } from "./name.ts";

export type Invitee = { readonly email: string; readonly name: string };
export type Pasted = {
  readonly invitees: readonly Invitee[];
  /** What is no address, as it was written, so that it can be mended in its place. */
  readonly bad: readonly string[];
};

/** `Imię Nazwisko <adres>`, as mail programs copy it; the name may stand in quotes. */
const IN_BRACKETS = /^"?([^"<>]*)"?\s*<\s*([^<>]+?)\s*>$/;

/** Addresses as people paste them: one to a line, or with commas or semicolons between them. */
export function readPasted(text: string): Pasted {
  const invitees = new Map<string, Invitee>();
  const bad: string[] = [];
  for (const part of partsOf(text)) {
    const invitee = inviteeIn(part);
    if (!invitee) bad.push(part);
    else if (!invitees.get(invitee.email)?.name) invitees.set(invitee.email, invitee);
  }
  return { invitees: [...invitees.values()], bad };
}

/** A comma inside of quotes, or of a name before its brackets (`Lis, Ewa <…>`), parts nobody. */
const partsOf = (text: string): string[] =>
  text
    .split(/[\r\n;]+/)
    .flatMap((line) => (isOnePerson(line) ? [line] : line.split(",")))
    .map((part) => part.trim())
    .filter((part) => part !== "");

const isOnePerson = (line: string): boolean => (line.match(/@/g) ?? []).length <= 1 && line.includes("<");

function inviteeIn(part: string): Invitee | null {
  const [, name = "", address = part] = IN_BRACKETS.exec(part) ?? [];
  const email = readAddress(address);
  const spoken = spokenName(name);
  return email && faultOfName(spoken) === null ? { email, name: cleanName(spoken) } : null;
}

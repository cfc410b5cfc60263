export const LONGEST_NAME = 120;

/** What spreadsheets run as a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/;

/** A name as it is kept: one line, single spaces. */
export const cleanName = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();

/** `Lis, Ewa` as Canvas writes it, the way round that people say it. */
export function spokenName(text: string): string {
  const name = cleanName(text);
  const [last, first, ...more] = name.split(", ");
  return last && first && more.length === 0 ? `${first} ${last}` : name;
}

export type NameFault = "name_formula" | "name_long";

export function faultOfName(name: string): NameFault | null {
  if (FORMULA.test(name)) return "name_formula";
  return name.length > LONGEST_NAME ? "name_long" : null;
}

/** For whoever is on a list with an address alone. */
export const nameFromAddress = (email: string): string => email.split("@")[0] ?? email;

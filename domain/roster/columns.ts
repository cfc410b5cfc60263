export type Field = "email" | "first" | "last" | "full" | "cohort" | "status";

/** Where in a row each field stands, and the headers that are not read. */
export type Columns = {
  readonly at: Readonly<Partial<Record<Field, number>>>;
  readonly ignored: readonly string[];
};

/** Polish and English, Moodle, Canvas, Kolibri and Google Sheets; of two that a file has, the earlier one is read. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  email: [
    ...["email", "e mail", "mail", "email address", "e mail address", "adres e mail", "adres email"],
    ...["adres poczty elektronicznej", "poczta", "adres", "sis login id", "login id", "username", "login"],
  ],
  first: ["first name", "firstname", "given name", "imie", "imiona"],
  last: ["last name", "lastname", "surname", "family name", "nazwisko"],
  full: [
    ...["full name", "fullname", "imie i nazwisko", "nazwisko i imie", "sortable name", "name", "display name"],
    ...["student", "uczestnik", "uczestniczka", "osoba", "nazwa", "nazwa wyswietlana"],
  ],
  cohort: ["grupa", "kohorta", "cohort", "cohort1", "group", "group1", "klasa"],
  status: ["status", "deleted", "suspended"],
};

const UNMARKED: Readonly<Record<string, string>> = { ł: "l" };

/** A header as it is compared: without marks, capitals, punctuation and a code in brackets behind it. */
export const foldedHeader = (text: string): string =>
  text
    .replace(/\s*\([A-Z_]+\)\s*$/, "")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ł", UNMARKED.ł ?? "l")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

/** Null where no header names an address. */
export function columnsOf(header: readonly string[]): Columns | null {
  const folded = header.map(foldedHeader);
  const placeOf = (field: Field) => HEADERS[field].map((name) => folded.indexOf(name)).find((place) => place >= 0);
  const found = (Object.keys(HEADERS) as Field[]).flatMap((field) => {
    const place = placeOf(field);
    return place === undefined ? [] : [[field, place] as const];
  });
  const at = Object.fromEntries(found) as Columns["at"];
  if (at.email === undefined) return null;
  const read = new Set(Object.values(at));
  return { at, ignored: header.filter((text, place) => !read.has(place) && text.trim() !== "") };
}

/** A list without headers: the column with addresses, and the first other one that holds words as the name. */
export function columnsByContent(row: readonly string[], isAddress: (cell: string) => boolean): Columns | null {
  const email = row.findIndex(isAddress);
  if (email < 0) return null;
  const full = row.findIndex((cell, place) => place !== email && /\p{L}{2}/u.test(cell));
  return { at: { email, ...(full >= 0 && { full }) }, ignored: [] };
}

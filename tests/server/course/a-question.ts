import type { Locale } from "#domain/course/course";
import type { Finding, Found } from "#domain/search/finding";
import type { Reader } from "#domain/search/reader";
import { searchIn } from "#server/search/queries";
import { aCourse, aLesson, aStep } from "./a-course.ts";

export const READER: Reader = { providers: ["openai"], cohorts: [] };

type Asking = { readonly locale?: Locale; readonly reader?: Reader; readonly most?: number };

/** Asks as somebody who is offered OpenAI alone, in Polish, unless it is said otherwise. */
export const ask = (
  directory: string,
  question: string,
  { locale = "pl", reader = READER, most = 10 }: Asking = {},
): Promise<Found> => searchIn(directory, reader, question, { locale, most });
export const hrefs = ({ findings }: Found): readonly string[] => findings.map(({ href }) => href);
export const textOf = (pieces: Finding["heading"] | undefined) => pieces?.map(({ text }) => text).join("");
export const marksOf = ({ heading, passage }: Finding) =>
  [...heading, ...passage].filter(({ isFound }) => isFound).map(({ text }) => text);

export const BODY = `# Konto

Na początek potrzebny jest adres.

## Klucz do drzwi

Otwórz drzwi kluczem. Potem usiądź w [fotelu](https://example.com).

### Zapasowy klucz

Leży pod wycieraczką.

## Organizacja szafy

Weryfikacja zawartości trwa krótko.
`;

/** A course with one lesson about keys and wardrobes, and more files. */
export const aHouse = (files: Readonly<Record<string, string>> = {}) =>
  aCourse({ "m1/lekcja.md": aLesson({ steps: aStep("krok", "klucz-do-drzwi"), body: BODY }), ...files });

import "server-only";
import { join } from "node:path";
import type { Root } from "hast";
import type { CauseId } from "#domain/cause/cause";
import type { Locale } from "#domain/course/course";
import { CauseFront } from "./forms.ts";
import { sourceOf } from "./front-matter.ts";
import type { Film } from "./markdown/times.ts";
import { memory, stampOf } from "./memory.ts";
import { drawnPage, type Page } from "./page.ts";
import { pageText } from "./page-text.ts";
import { broken, type Read } from "./problem.ts";
import { formed, type Yaml } from "./yaml.ts";

/** The page of a cause: why a check failed, in plain words. */
export type CauseFile = {
  readonly file: string;
  readonly locale: Locale;
  readonly cause: CauseId;
  readonly front: CauseFront;
  readonly explanation: Root;
  readonly whatToDo: Root;
  readonly whatNot: Root | null;
  readonly page: Page;
  readonly lineOf: Yaml["lineOf"];
};

const WHAT_TO_DO = ["co-zrobic", "what-to-do"];
const WHAT_NOT = ["czego-nie-robic", "what-not-to-do"];
const remember = memory<Promise<Read<CauseFile>>>();

export const causeFileOf = (cause: CauseId, locale: Locale): string =>
  `causes/${cause}${locale === "en" ? ".en" : ""}.md`;

/** The films of the lessons that have one, by the lesson's name. */
export type Films = ReadonlyMap<string, Film>;

type Wanted = { readonly directory: string; readonly cause: CauseId; readonly locale: Locale; readonly films: Films };

export async function causeFile(wanted: Wanted): Promise<Read<CauseFile>> {
  const file = causeFileOf(wanted.cause, wanted.locale);
  const path = join(wanted.directory, file);
  // Not everybody has the same lessons, and a page that two people see in turn is not drawn each time.
  const key = `${path} ${JSON.stringify([...wanted.films])}`;
  return remember(key, stampOf([path]), () => read(file, wanted));
}

async function read(file: string, { directory, cause, locale, films }: Wanted): Promise<Read<CauseFile>> {
  const text = await pageText(directory, file);
  if (!text.ok) return text;
  if (text.value === null) return broken(file, 1, `the cause ${cause} has no page`, "write it");
  const source = sourceOf(file, text.value);
  if (!source.ok) return source;
  const front = formed(file, source.value.front, CauseFront);
  if (!front.ok) return front;
  const film = films.get(front.value.lesson ?? "") ?? null;
  const drawn = await drawnPage(file, source.value.body, { directory, folder: "causes", locale, steps: [], film });
  if (!drawn.ok) return drawn;
  const page = drawn.value;
  const part = (anchors: readonly string[]) =>
    page.sections.find(({ anchor }) => anchors.includes(anchor))?.body ?? null;
  const whatToDo = part(WHAT_TO_DO);
  if (!whatToDo)
    return broken(file, 1, "there is no heading 'Co zrobić' or 'What to do'", "add it, with a numbered list");
  const parts = { explanation: page.intro, whatToDo, whatNot: part(WHAT_NOT) };
  return {
    ok: true,
    value: { file, locale, cause, front: front.value, ...parts, page, lineOf: source.value.front.lineOf },
  };
}

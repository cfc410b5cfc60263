import "server-only";
import { catalogueFor } from "#domain/cause/catalogue";
import { PROVIDERS } from "#domain/check/provider";
import type { Locale } from "#domain/course/course";
import { type CauseFile, causeFile, type Films } from "../course/cause-file.ts";
import type { Entry } from "./entry.ts";
import { plainOf } from "./plain.ts";

/** The pages of all causes that anybody can meet; in Polish where there is no page in the reader's language. */
export async function causeFiles(directory: string, locale: Locale, films: Films): Promise<readonly CauseFile[]> {
  const read = await Promise.all(
    catalogueFor(PROVIDERS).map(async (cause) => {
      const own = await causeFile({ directory, cause, locale, films });
      return own.ok ? own : causeFile({ directory, cause, locale: "pl", films });
    }),
  );
  return read.flatMap((file) => (file.ok ? [file.value] : []));
}

export function causeEntry({ cause, locale, front, explanation, whatToDo, whatNot }: CauseFile): Entry {
  return {
    kind: "cause",
    heading: front.title,
    trail: "",
    text: [explanation, whatToDo, ...(whatNot ? [whatNot] : [])].map(plainOf).join("\n"),
    names: [front.short, cause, ...front.words].join("\n"),
    path: `/causes/${cause}`,
    at: null,
    said: [],
    locale,
    lessons: [],
    cause,
  };
}

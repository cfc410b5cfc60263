import "server-only";
import type { Locale } from "#domain/course/course";
import { type Tag, tagsOf } from "#domain/course/tag";
import { type Found, NOTHING_FOUND } from "#domain/search/finding";
import { mayMeet, type Reader } from "#domain/search/reader";
import { courseOf } from "../course/course.ts";
import { contentDirectory } from "../environment.ts";
import type { Viewer } from "../viewer.ts";
import { lookUp } from "./look-up.ts";
import { readerFor } from "./reader.ts";
import { recentIndex } from "./recent-index.ts";

export type Wish = { readonly locale: Locale; readonly most: number };

/** What a question finds for somebody, `most` places at most; nothing for an empty one. */
export const searchFor = (looking: Viewer, question: string, { locale, most }: Wish): Promise<Found> =>
  searchIn(contentDirectory(), readerFor(looking), question, { locale, most });

export async function searchIn(directory: string, reader: Reader, question: string, wish: Wish): Promise<Found> {
  return question.trim() === "" ? NOTHING_FOUND : lookUp(directory, wish.locale, question, reader, wish.most);
}

/** Has the index made, unless it is there, and does not wait for it: whoever opens a page may search in a moment. */
export function prepareSearch(locale: Locale): void {
  recentIndex(contentDirectory(), locale).catch(() => null);
}

/** The tags of what somebody may meet, the most used first. */
export const tagsFor = (looking: Viewer, locale: Locale): Promise<readonly Tag[]> =>
  tagsIn(contentDirectory(), readerFor(looking), locale);

export async function tagsIn(directory: string, reader: Reader, locale: Locale): Promise<readonly Tag[]> {
  const { modules } = await courseOf(directory, locale);
  return tagsOf(
    modules.flatMap(({ lessons }) => lessons.filter((lesson) => mayMeet(lesson, reader))),
    locale,
  );
}

export const tagFor = (looking: Viewer, locale: Locale, slug: string): Promise<Tag | null> =>
  tagIn(contentDirectory(), readerFor(looking), locale, slug);

/** A tag by its slug. One that was written in the other language leads to the same lessons. */
export async function tagIn(directory: string, reader: Reader, locale: Locale, slug: string): Promise<Tag | null> {
  const own = await tagsIn(directory, reader, locale);
  const tag = own.find((candidate) => candidate.slug === slug);
  if (tag) return tag;
  const others = await tagsIn(directory, reader, locale === "pl" ? "en" : "pl");
  const other = others.find((candidate) => candidate.slug === slug);
  return other ? { ...other, lessons: inLanguage(other, own) } : null;
}

function inLanguage({ lessons }: Tag, own: readonly Tag[]): Tag["lessons"] {
  const known = own.flatMap((tag) => tag.lessons);
  return lessons.map(
    (lesson) => known.find(({ module, slug }) => module === lesson.module && slug === lesson.slug) ?? lesson,
  );
}

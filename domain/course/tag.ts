import { folded, wordsIn } from "../search/word.ts";
import type { Lesson } from "./course.ts";

/** A tag as authors write it most often, with the lessons that have it; tags with one slug are one. */
export type Tag = { readonly slug: string; readonly name: string; readonly lessons: readonly Lesson[] };

/** Readable in an address: `Moduł 1` as `modul-1`, `Błąd 403` as `blad-403`. Empty for a tag without letters and figures. */
export const tagSlug = (tag: string): string =>
  wordsIn(tag)
    .map(({ text }) => folded(text))
    .join("-");

/** All tags of some lessons, the most used first. */
export function tagsOf(lessons: readonly Lesson[], locale: string): readonly Tag[] {
  const uses = new Map<string, { name: string; lesson: Lesson }[]>();
  for (const lesson of lessons) {
    for (const name of lesson.tags) {
      const slug = tagSlug(name);
      if (slug !== "") uses.set(slug, [...(uses.get(slug) ?? []), { name, lesson }]);
    }
  }
  return [...uses]
    .map(([slug, used]) => ({
      slug,
      name: mostUsual(used.map(({ name }) => name)) ?? slug,
      lessons: [...new Set(used.map(({ lesson }) => lesson))],
    }))
    .sort((one, other) => other.lessons.length - one.lessons.length || one.name.localeCompare(other.name, locale));
}

function mostUsual(names: readonly string[]): string | undefined {
  const countOf = (name: string) => names.filter((other) => other === name).length;
  return names.toSorted((one, other) => countOf(other) - countOf(one))[0];
}

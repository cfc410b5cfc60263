import "server-only";
import { LOCALES } from "#domain/course/course";
import { type Problem, warning } from "../problem.ts";
import type { Written } from "./written.ts";

/** In a list, or among what a search has found, two pages of one title cannot be told apart. */
export const titleWarnings = ({ lessons }: Written): Problem[] =>
  LOCALES.flatMap((locale) => {
    const own = lessons.filter((file) => file.locale === locale);
    const alike = Map.groupBy(own, ({ lesson }) => lesson.title.trim().toLocaleLowerCase(locale));
    return [...alike.values()].flatMap(([first, ...others]) =>
      others.map(({ file, lesson, page }) => {
        const line = page.headings.find(({ depth }) => depth === 1)?.line ?? 1;
        const message = `${first?.file} is called '${lesson.title}' too`;
        return warning(file, line, message, "give one of them another title");
      }),
    );
  });

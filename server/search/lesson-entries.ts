import "server-only";
import type { Lesson, Locale, Module } from "#domain/course/course";
import type { LessonFile } from "../course/lesson-file.ts";
import type { Section } from "../course/sections.ts";
import type { Entry } from "./entry.ts";
import { stretchesOf } from "./plain.ts";

/** A lesson as it is shown: its file, in the language that there is. */
export type Shown = { readonly module: Module; readonly file: LessonFile; readonly locale: Locale };

/** The lesson itself, and each of its headings. */
export function lessonEntries({ module, file, locale }: Shown): readonly Entry[] {
  const { lesson, page } = file;
  const shared = { at: null, said: [], locale, lessons: [lesson], cause: null };
  const [opening, ...inIntro] = stretchesOf(page.intro);
  const own: Entry = {
    ...shared,
    kind: "lesson",
    heading: lesson.title,
    trail: module.title,
    text: opening?.text ?? "",
    names: lesson.tags.join("\n"),
    path: "",
  };
  const below = inIntro.map((stretch): Entry => ({ ...headed(lesson, locale), ...placed(stretch) }));
  return [own, ...below, ...page.sections.flatMap((section) => sectionEntries(section, lesson, locale))];
}

const headed = (lesson: Lesson, locale: Locale) =>
  ({
    kind: "section",
    trail: lesson.title,
    names: "",
    at: null,
    said: [],
    locale,
    lessons: [lesson],
    cause: null,
  }) as const;

const placed = ({ anchor, title, text }: ReturnType<typeof stretchesOf>[number]) => ({
  heading: title ?? "",
  text,
  path: anchor ? `#${anchor}` : "",
});

function sectionEntries({ anchor, title, body, step }: Section, lesson: Lesson, locale: Locale): readonly Entry[] {
  const [opening, ...deeper] = stretchesOf(body);
  const names = step ? [step.title, step.summary].join("\n") : "";
  const own = { ...headed(lesson, locale), heading: title, text: opening?.text ?? "", names, path: `#${anchor}` };
  return [
    { ...own, kind: step ? "step" : "section" },
    ...deeper.map((stretch): Entry => ({ ...headed(lesson, locale), ...placed(stretch) })),
  ];
}

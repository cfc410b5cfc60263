import "server-only";
import type { Lesson, Locale, Module } from "#domain/course/course";
import { type LessonFile, lessonFile } from "./lesson-file.ts";
import { type ModuleFolder, moduleFolders, videosOf } from "./module-folder.ts";
import type { Problem } from "./problem.ts";

/** All that can be read, in the order of module.yaml; what cannot is told among the problems and left out. */
export type Course = { readonly modules: readonly Module[]; readonly problems: readonly Problem[] };

export async function courseOf(directory: string, locale: Locale): Promise<Course> {
  const folders = await moduleFolders(directory);
  const read = await Promise.all(folders.map((folder) => moduleOf(directory, folder, locale)));
  return { modules: read.map(({ module }) => module), problems: read.flatMap(({ problems }) => problems) };
}

async function moduleOf(directory: string, folder: ModuleFolder, locale: Locale) {
  const shown = await Promise.all(folder.lessons.map((slug) => shownLesson(directory, folder, slug, locale)));
  const lessons: readonly Lesson[] = shown.flatMap(({ file }) => (file ? [file.lesson] : []));
  const module: Module = {
    slug: folder.slug,
    title: folder.title[locale],
    order: folder.order,
    videos: videosOf(folder, locale),
    lessons,
  };
  return { module, problems: [...folder.problems, ...shown.flatMap(({ problems }) => problems)] };
}

export type ShownLesson = {
  readonly file: LessonFile | null;
  /** The language of the text that is shown. */
  readonly locale: Locale;
  readonly problems: readonly Problem[];
};

/** The page in the reader's language, or in Polish while there is none, or none that has the same steps. */
export async function shownLesson(
  directory: string,
  folder: ModuleFolder,
  slug: string,
  locale: Locale,
): Promise<ShownLesson> {
  const [polish, own] = await Promise.all([
    lessonFile({ directory, folder, slug, locale: "pl" }),
    lessonFile({ directory, folder, slug, locale }),
  ]);
  const problems = own.ok ? [] : own.problems;
  if (own.ok && !polish.ok) return { file: own.value, locale, problems };
  if (own.ok && polish.ok && haveSameSteps(own.value.lesson, polish.value.lesson))
    return { file: forTheSame(own.value, polish.value), locale, problems };
  return { file: polish.ok ? polish.value : null, locale: "pl", problems };
}

/** A slip in a translation shows nobody what is not for them: who may see a lesson stands on its Polish page. */
const forTheSame = (own: LessonFile, { lesson: { cohorts } }: LessonFile): LessonFile =>
  String(own.lesson.cohorts) === String(cohorts) ? own : { ...own, lesson: { ...own.lesson, cohorts } };

const idsOf = (lesson: Lesson): string => lesson.steps.map(({ id }) => id).join(" ");

/** Ticks refer to steps, so a translation tells of the same ones in the same order. */
export const haveSameSteps = (one: Lesson, other: Lesson): boolean => idsOf(one) === idsOf(other);

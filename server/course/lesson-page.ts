import "server-only";
import type { Root } from "hast";
import type { Film, Lesson, Locale, Module, Video } from "#domain/course/course";
import { shownLesson } from "./course.ts";
import { mediaRoute } from "./markdown/address.ts";
import { moduleFolders } from "./module-folder.ts";
import { type Audience, recentCourse } from "./recent-course.ts";
import type { Section } from "./sections.ts";

export type LessonPage = {
  readonly module: Module;
  readonly lesson: Lesson;
  /** The language of the text: Polish where there is no English page yet. */
  readonly locale: Locale;
  readonly title: string;
  readonly intro: Root;
  readonly sections: readonly Section[];
  readonly film: Film | null;
};

export async function readLessonPage(
  directory: string,
  locale: Locale,
  slug: string,
  audience?: Audience,
): Promise<LessonPage | null> {
  const [folders, { modules }] = await Promise.all([
    moduleFolders(directory),
    recentCourse(directory, locale, audience),
  ]);
  const folder = folders.find(({ lessons }) => lessons.includes(slug));
  const module = modules.find((candidate) => candidate.slug === folder?.slug);
  if (!folder || !module?.lessons.some((lesson) => lesson.slug === slug)) return null;
  const { file, locale: shownIn } = await shownLesson(directory, folder, slug, locale);
  if (!file) return null;
  const { lesson, page } = file;
  const video = module.videos.find(({ id }) => id === lesson.video) ?? null;
  const film = video && filmOf(module.slug, video);
  return { module, lesson, locale: shownIn, title: lesson.title, intro: page.intro, sections: page.sections, film };
}

function filmOf(module: string, { file, poster, title, seconds, chapters, captions }: Video): Film {
  const src = (path: string) => mediaRoute(`${module}/${path}`);
  return {
    src: src(file),
    poster: poster && src(poster),
    title,
    seconds,
    chapters,
    captions: captions.map((caption) => ({ locale: caption.locale, src: src(caption.file) })),
  };
}

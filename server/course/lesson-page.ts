import "server-only";
import type { Root } from "hast";
import type { Film, Lesson, Locale, Module, Video } from "#domain/course/course";
import { ownFile } from "#domain/course/film-source";
import { shownLesson } from "./course.ts";
import { mediaRoute } from "./markdown/address.ts";
import { moduleFolders } from "./module-folder.ts";
import { type Audience, recentCourse } from "./recent-course.ts";
import type { Heading, Section } from "./sections.ts";
import { transcriptOf } from "./transcript.ts";

export type LessonPage = {
  readonly module: Module;
  readonly lesson: Lesson;
  /** The language of the text: Polish where there is no English page yet. */
  readonly locale: Locale;
  readonly title: string;
  readonly intro: Root;
  readonly sections: readonly Section[];
  /** What its list of contents names; none where the author hides that (`hide: [toc]`). */
  readonly headings: readonly Heading[];
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
  const { lesson, page, front } = file;
  const video = module.videos.find(({ id }) => id === lesson.video) ?? null;
  const film = video && (await filmOf(directory, module.slug, video, locale));
  const headings = front.hide.includes("toc") ? [] : page.headings;
  const { intro, sections } = page;
  return { module, lesson, locale: shownIn, title: lesson.title, intro, sections, headings, film };
}

async function filmOf(directory: string, module: string, video: Video, locale: Locale): Promise<Film> {
  const src = (path: string) => mediaRoute(`${module}/${path}`);
  const { source, poster, captions, id, title, seconds, chapters } = video;
  return {
    id: `${module}/${id}`,
    title,
    seconds,
    chapters,
    source:
      "id" in source ? source : { kind: source.kind, src: ownFile(source) === null ? source.file : src(source.file) },
    poster: poster && src(poster),
    captions: captions.map((caption) => ({ locale: caption.locale, src: src(caption.file) })),
    transcript: await transcriptOf(directory, module, video, locale),
  };
}

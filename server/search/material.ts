import "server-only";
import type { Locale, Module, Video } from "#domain/course/course";
import type { CauseFile } from "../course/cause-file.ts";
import { filmsOf } from "../course/cause-page.ts";
import { courseOf, shownLesson } from "../course/course.ts";
import { moduleFolders } from "../course/module-folder.ts";
import { type Transcript, transcriptOf } from "../course/transcript.ts";
import { causeFiles } from "./cause-entries.ts";
import type { Shown } from "./lesson-entries.ts";

/** What is said in a film of a module. */
type Said = { readonly module: Module; readonly video: Video; readonly transcript: Transcript };

/** All of the course that can be read, for whomever it is; who may find what is decided when somebody asks. */
export type Material = {
  readonly lessons: readonly Shown[];
  readonly causes: readonly CauseFile[];
  readonly films: readonly Said[];
};

export async function materialIn(directory: string, locale: Locale): Promise<Material> {
  const course = await courseOf(directory, locale);
  const [lessons, causes, films] = await Promise.all([
    shownLessons(directory, locale, course.modules),
    causeFiles(directory, locale, filmsOf(course)),
    filmsSaid(directory, locale, course.modules),
  ]);
  return { lessons, causes, films };
}

async function shownLessons(directory: string, locale: Locale, modules: readonly Module[]): Promise<readonly Shown[]> {
  const folders = await moduleFolders(directory);
  const shown = await Promise.all(
    folders.flatMap((folder) => {
      const module = modules.find(({ slug }) => slug === folder.slug);
      return module
        ? folder.lessons.map(async (slug) => ({ module, ...(await shownLesson(directory, folder, slug, locale)) }))
        : [];
    }),
  );
  return shown.flatMap(({ module, file, locale: written }) => (file ? [{ module, file, locale: written }] : []));
}

async function filmsSaid(directory: string, locale: Locale, modules: readonly Module[]): Promise<readonly Said[]> {
  const videos = modules.flatMap((module) => module.videos.map((video) => ({ module, video })));
  const said = await Promise.all(
    videos.map(async (one) => ({
      ...one,
      transcript: await transcriptOf(directory, one.module.slug, one.video, locale),
    })),
  );
  return said.flatMap(({ transcript, ...one }) => (transcript ? [{ ...one, transcript }] : []));
}

/** What the readers of files hand out again for as long as no file has changed, and what else is found or shown. */
export const partsOf = ({ lessons, causes, films }: Material): readonly unknown[] => [
  ...lessons.flatMap(({ module, file }) => [file.page, JSON.stringify([module.title, file.lesson])]),
  ...causes.map(({ page }) => page),
  ...films.flatMap(({ video, transcript }) => [transcript.cues, JSON.stringify(video)]),
];

import "server-only";
import { join } from "node:path";
import type { Lesson, Locale, Step } from "#domain/course/course";
import { type FilmSource, ownFile } from "#domain/course/film-source";
import { LessonFront } from "./forms.ts";
import { type Source, sourceOf } from "./front-matter.ts";
import { isThere, memory, stampOf } from "./memory.ts";
import { type ModuleFolder, videoOf } from "./module-folder.ts";
import { drawnPage, type Page } from "./page.ts";
import { pageText } from "./page-text.ts";
import { broken, type Read, warning } from "./problem.ts";
import { formed, type Yaml } from "./yaml.ts";

/** One file of a lesson, read and rendered. */
export type LessonFile = {
  readonly file: string;
  readonly locale: Locale;
  readonly lesson: Lesson;
  readonly page: Page;
  readonly front: LessonFront;
  readonly lineOf: Yaml["lineOf"];
};

const NO_PAGE = ["there is no such page", "write it, or take its name out of module.yaml"] as const;
const NO_ENGLISH = ["there is no English page", "translate it; the Polish one is shown until then"] as const;
const WORDS_A_MINUTE = 150;
const remember = memory<Promise<Read<LessonFile>>>();

export const fileOf = (folder: string, slug: string, locale: Locale): string =>
  `${folder}/${slug}${locale === "en" ? ".en" : ""}.md`;

/** Which file of which module. */
type Wanted = {
  readonly directory: string;
  readonly folder: ModuleFolder;
  readonly slug: string;
  readonly locale: Locale;
};

/** Rendered anew when the file, its module.yaml, a video, or what lies among the assets has changed. */
export async function lessonFile(wanted: Wanted): Promise<Read<LessonFile>> {
  const { directory, folder, slug, locale } = wanted;
  const file = fileOf(folder.slug, slug, locale);
  const videos = folder.videos.flatMap(({ source }) => ownFile(source) ?? []).map((name) => `${folder.slug}/${name}`);
  const leansOn = [file, `${folder.slug}/module.yaml`, `${folder.slug}/assets`, ...videos];
  const stamp = stampOf(leansOn.map((path) => join(directory, path)));
  return remember(join(directory, file), stamp, () => read(file, wanted));
}

async function read(file: string, wanted: Wanted): Promise<Read<LessonFile>> {
  const text = await pageText(wanted.directory, file);
  if (!text.ok) return text;
  if (text.value === null) return missing(file, wanted.locale);
  const source = sourceOf(file, text.value);
  if (!source.ok) return source;
  const front = formed(file, source.value.front, LessonFront);
  if (!front.ok) return front;
  return rendered(file, wanted, source.value, front.value);
}

/** A course may go live before it is translated. */
const missing = (file: string, locale: Locale): Read<never> =>
  locale === "en" ? { ok: false, problems: [warning(file, 1, ...NO_ENGLISH)] } : broken(file, 1, ...NO_PAGE);

async function rendered(file: string, wanted: Wanted, source: Source, front: LessonFront): Promise<Read<LessonFile>> {
  const { directory, folder, slug, locale } = wanted;
  const steps = stepsIn(front);
  const video = videoOf(folder, front);
  const playable = video !== null && isPlayable(join(directory, folder.slug), video.source);
  const film = video && { seconds: video.seconds, page: playable ? "" : null };
  const drawn = await drawnPage(file, source.body, { directory, folder: folder.slug, locale, steps, film });
  if (!drawn.ok) return drawn;
  const page = drawn.value;
  const lesson: Lesson = {
    module: folder.slug,
    slug,
    title: page.title ?? front.title ?? titleOf(slug),
    minutes: front.minutes ?? Math.max(1, Math.round(source.body.split(/\s+/).length / WORDS_A_MINUTE)),
    tags: front.tags ?? [],
    video: playable ? video.id : null,
    checked: front.checked,
    provider: front.provider,
    optional: front.optional,
    after: front.after,
    cohorts: front.cohorts ?? [],
    steps,
  };
  return { ok: true, value: { file, locale, lesson, page, front, lineOf: source.front.lineOf } };
}

/** A step is as optional and as new as its lesson, unless it says otherwise. */
const stepsIn = ({ steps, optional, since }: LessonFront): readonly Step[] =>
  (steps ?? []).map((step) => ({
    ...step,
    optional: step.optional ?? optional,
    since: step.since === undefined ? since : step.since,
  }));

/** Of a film that lies elsewhere its site knows. */
function isPlayable(folder: string, source: FilmSource): boolean {
  const file = ownFile(source);
  return file === null || isThere(join(folder, file));
}

/** What MkDocs calls a page that has no title: its file's name, as words. */
export function titleOf(name: string): string {
  const words = name.replace(/(\.en)?\.md$/, "").replace(/[-_]/g, " ");
  return words === words.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

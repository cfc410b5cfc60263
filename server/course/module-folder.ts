import "server-only";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locale, Video } from "#domain/course/course";
import { type LessonFront, ModuleForm } from "./forms.ts";
import { memory, stampOf } from "./memory.ts";
import { pageText } from "./page-text.ts";
import type { Problem } from "./problem.ts";
import { formed, type Yaml, yamlOf } from "./yaml.ts";

/** A module as its folder has it: the lessons that module.yaml names, then pages that it forgot. */
export type ModuleFolder = ModuleForm & {
  readonly slug: string;
  readonly forgotten: readonly string[];
  readonly problems: readonly Problem[];
  readonly lineOf: Yaml["lineOf"];
};

const remember = memory<Promise<ModuleFolder>>();
const NO_MODULES = new Set(["causes", "tools"]);

export const isEnglish = (file: string): boolean => file.endsWith(".en.md");

export async function moduleFolders(directory: string): Promise<ModuleFolder[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter(
    (entry) => entry.isDirectory() && !NO_MODULES.has(entry.name) && !entry.name.startsWith("."),
  );
  const folders = await Promise.all(names.map(({ name }) => moduleFolder(directory, name)));
  return folders
    .filter((folder) => folder !== null)
    .sort((one, other) => one.order - other.order || (one.slug < other.slug ? -1 : 1));
}

async function moduleFolder(directory: string, slug: string): Promise<ModuleFolder | null> {
  const folder = join(directory, slug);
  const stamp = stampOf([folder, join(folder, "module.yaml")]);
  const read = await remember(folder, stamp, () => readFolder(directory, slug));
  return read.lessons.length === 0 && read.problems.length > 0 ? null : read;
}

async function readFolder(directory: string, slug: string): Promise<ModuleFolder> {
  const names = await readdir(join(directory, slug)).catch(() => []);
  const pages = names.filter((name) => name.endsWith(".md") && !isEnglish(name)).map((name) => name.slice(0, -3));
  const { form, problems, lineOf } = await readForm(directory, slug);
  const forgotten = pages.filter((page) => !form.lessons.includes(page)).sort();
  return { ...form, slug, lessons: [...form.lessons, ...forgotten], forgotten, problems, lineOf };
}

type Formed = Pick<ModuleFolder, "problems" | "lineOf"> & { readonly form: ModuleForm };

/** A module whose module.yaml is broken still shows its pages. */
const withoutForm = (slug: string, problems: readonly Problem[]): Formed => ({
  form: { title: { pl: slug, en: slug }, order: 0, lessons: [], videos: [] },
  problems,
  lineOf: () => 1,
});

async function readForm(directory: string, slug: string): Promise<Formed> {
  const file = `${slug}/module.yaml`;
  const text = await pageText(directory, file);
  const fix = "write it with title, order, lessons and videos";
  if (!text.ok) return withoutForm(slug, text.problems);
  if (text.value === null) return withoutForm(slug, [{ file, line: 1, message: "there is no module.yaml", fix }]);
  const yaml = yamlOf(file, text.value);
  const form = yaml.ok ? formed(file, yaml.value, ModuleForm) : yaml;
  if (!yaml.ok || !form.ok) return withoutForm(slug, form.ok ? [] : form.problems);
  return { form: form.value, problems: [], lineOf: yaml.value.lineOf };
}

export function videosOf(folder: ModuleFolder, locale: Locale): Video[] {
  return folder.videos.map((video) => ({
    ...video,
    title: video.title[locale],
    chapters: video.chapters.map(({ at, title }) => ({ at, title: title[locale] })),
  }));
}

/** A page that says nothing of a video shows the one that its module has, if it has just one. */
export function videoOf(
  { videos }: ModuleFolder,
  { video }: Pick<LessonFront, "video">,
): ModuleFolder["videos"][number] | null {
  if (video === undefined) return videos.length === 1 ? (videos[0] ?? null) : null;
  return videos.find(({ id }) => id === video) ?? null;
}

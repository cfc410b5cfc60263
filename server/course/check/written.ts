import "server-only";
import { join } from "node:path";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { CAUSES } from "#domain/cause/cause";
import { DETAILED_TOOLS } from "#domain/cause/details";
import { LOCALES, type Locale } from "#domain/course/course";
import { type CauseFile, causeFile } from "../cause-file.ts";
import { filmsOf } from "../cause-page.ts";
import { courseOf } from "../course.ts";
import { type LessonFile, lessonFile } from "../lesson-file.ts";
import { isThere } from "../memory.ts";
import { type ModuleFolder, moduleFolders } from "../module-folder.ts";
import type { Page } from "../page.ts";
import type { Problem, Read } from "../problem.ts";
import { type ToolFile, toolFile } from "../tool-page.ts";

/** All that authors wrote and that could be read, with a problem for each file that could not. */
export type Written = {
  readonly directory: string;
  readonly folders: readonly ModuleFolder[];
  readonly lessons: readonly LessonFile[];
  readonly causes: readonly CauseFile[];
  readonly tools: readonly ToolFile[];
  readonly problems: readonly Problem[];
};

/** The lessons alone, as if there were no causes and no tools. */
export async function lessonsIn(directory: string): Promise<Written> {
  const folders = await moduleFolders(directory);
  const lessons = await Promise.all(
    folders.flatMap((folder) =>
      folder.lessons.flatMap((slug) => LOCALES.map((locale) => lessonFile({ directory, folder, slug, locale }))),
    ),
  );
  const problems = [...folders.flatMap((folder) => folder.problems), ...problemsOf(lessons)];
  return { directory, folders, lessons: valuesOf(lessons), causes: [], tools: [], problems };
}

/** A folder of pages alone, such as one that was just imported, is not asked for what only a portal's has. */
export async function writtenIn(directory: string): Promise<Written> {
  const alone = await lessonsIn(directory);
  const [hasCauses, hasTools] = ["causes", "tools"].map((folder) => isThere(join(directory, folder)));
  const causes = hasCauses ? (await Promise.all(LOCALES.map((locale) => causesIn(directory, locale)))).flat() : [];
  const wanted = hasTools
    ? DETAILED_TOOLS.flatMap((tool) => LOCALES.map((locale) => ({ directory, tool, locale })))
    : [];
  const tools = await Promise.all(wanted.map(toolFile));
  const problems = [...alone.problems, ...problemsOf(causes), ...problemsOf(tools)];
  return { ...alone, causes: valuesOf(causes), tools: valuesOf(tools), problems };
}

async function causesIn(directory: string, locale: Locale): Promise<Read<CauseFile>[]> {
  const films = filmsOf(await courseOf(directory, locale));
  return Promise.all(CAUSES.map((cause) => causeFile({ directory, cause, locale, films })));
}

const valuesOf = <Value>(read: readonly Read<Value>[]): Value[] => read.flatMap((one) => (one.ok ? [one.value] : []));
const problemsOf = (read: readonly Read<unknown>[]): Problem[] => read.flatMap((one) => (one.ok ? [] : one.problems));

/** The lesson in a language, or in Polish while it has no page in that one. */
export function lessonIn({ lessons }: Written, slug: string, locale: Locale): LessonFile | undefined {
  const found = lessons.filter(({ lesson }) => lesson.slug === slug);
  return found.find((one) => one.locale === locale) ?? found.find((one) => one.locale === "pl");
}

export const hasAnchor = ({ page }: LessonFile, anchor: string): boolean =>
  page.headings.some((heading) => heading.anchor === anchor);

/** A link may lead to a heading, a footnote, or whatever else has an id. */
export const isOnPage = ({ whole }: Page, anchor: string): boolean => idsIn(whole).has(anchor);

const idsOfTree = new WeakMap<Root, ReadonlySet<string>>();

function idsIn(tree: Root): ReadonlySet<string> {
  const known = idsOfTree.get(tree);
  if (known) return known;
  const ids = new Set<string>();
  visit(tree, "element", ({ properties: { id } }) => void ids.add(String(id ?? "")));
  idsOfTree.set(tree, ids);
  return ids;
}

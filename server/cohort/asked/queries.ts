import "server-only";
import { isFor } from "#domain/course/audience";
import { isOptional, type Lesson, type Locale } from "#domain/course/course";
import { wordOn } from "#domain/course/requirement";
import { modulesOf } from "../../course/queries.ts";
import { saidIn } from "../../course/said.ts";
import { database } from "../../database/client.ts";
import type { Manager } from "../../viewer.ts";

export type AskedLesson = Pick<Lesson, "module" | "slug" | "title"> & {
  readonly steps: number;
  readonly isRequired: boolean;
  readonly byAuthor: boolean;
};

async function slugOf({ cohortIds }: Manager, cohortId: string): Promise<string | null> {
  if (!cohortIds.includes(cohortId)) return null;
  return (await database().cohort.findUnique({ where: { id: cohortId }, select: { slug: true } }))?.slug ?? null;
}

/** The lessons of a cohort of the manager's, as their authors have them; none of anybody else's. */
export async function courseByAuthor(manager: Manager, cohortId: string, locale: Locale): Promise<readonly Lesson[]> {
  const slug = await slugOf(manager, cohortId);
  if (slug === null) return [];
  const modules = await modulesOf(locale, undefined, { cohorts: "all" });
  return modules.flatMap(({ lessons }) => lessons.filter((lesson) => isFor(lesson, [slug])));
}

/** What a cohort of the manager's requires, beside what the authors do. */
export async function askedIn(manager: Manager, cohortId: string, locale: Locale): Promise<readonly AskedLesson[]> {
  const [lessons, slug] = [await courseByAuthor(manager, cohortId, locale), await slugOf(manager, cohortId)];
  const said = slug === null ? null : await saidIn(database(), [slug]);
  const words = said?.words.get(slug ?? "") ?? [];
  return lessons.map((lesson) => {
    const byAuthor = !isOptional(lesson);
    const { module, slug: name, title, steps } = lesson;
    const isRequired = wordOn(lesson, words)?.isRequired ?? byAuthor;
    return { module, slug: name, title, steps: steps.length, isRequired, byAuthor };
  });
}

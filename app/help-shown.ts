import type { Shown } from "#components/help/thread";
import type { CauseId } from "#domain/cause/cause";
import type { Locale } from "#domain/course/course";
import { causePageFor, moduleFor, type Reader } from "#server/course/queries";

/** The lesson and the second that explain a cause to somebody; null where there are none for them. */
export async function shownFor(reader: Reader, locale: Locale, cause: CauseId | null): Promise<Shown | null> {
  const page = cause && (await causePageFor(reader, locale, cause));
  if (!page?.module || !page.lesson) return null;
  const { lessons } = await moduleFor(reader, locale);
  const lesson = lessons.find(({ slug }) => slug === page.lesson);
  return lesson ? { title: lesson.title, href: `/lessons/${page.module}/${page.lesson}`, at: page.at } : null;
}

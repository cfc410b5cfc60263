import "server-only";
import type { Root } from "hast";
import { type CauseId, isDeadEnd } from "#domain/cause/cause";
import type { Lesson, Locale } from "#domain/course/course";
import { causeFile, type Films } from "./cause-file.ts";
import type { Course } from "./course.ts";
import type { CauseFront } from "./forms.ts";
import { type Audience, recentCourse } from "./recent-course.ts";

export type CausePage = CauseFront & {
  readonly cause: CauseId;
  /** The language of the text: Polish where there is no English page yet. */
  readonly locale: Locale;
  /** The module of the lesson. */
  readonly module: string | null;
  readonly explanation: Root;
  readonly whatToDo: Root;
  readonly whatNot: Root | null;
  /** Nothing that the student can do mends it: a person has to help. */
  readonly isDeadEnd: boolean;
};

const lessonOf = ({ modules }: Course, slug: string | null): Lesson | null =>
  modules.flatMap(({ lessons }) => lessons).find((lesson) => lesson.slug === slug) ?? null;

/** Times in the text of a cause lead to the film of its lesson. */
export function filmsOf({ modules }: Course): Films {
  const films = modules.flatMap(({ slug: module, lessons, videos }) =>
    lessons.flatMap(({ slug, video }) => {
      const seconds = videos.find(({ id }) => id === video)?.seconds;
      return seconds === undefined ? [] : [[slug, { seconds, page: `/lessons/${module}/${slug}` }] as const];
    }),
  );
  return new Map(films);
}

export async function readCausePage(
  directory: string,
  locale: Locale,
  cause: CauseId,
  audience?: Audience,
): Promise<CausePage | null> {
  const course = await recentCourse(directory, locale, audience);
  const films = filmsOf(course);
  const own = await causeFile({ directory, cause, locale, films });
  const read = own.ok ? own : await causeFile({ directory, cause, locale: "pl", films });
  if (!read.ok) return null;
  const { front, explanation, whatToDo, whatNot } = read.value;
  const lesson = lessonOf(course, front.lesson);
  return {
    ...front,
    ...(lesson ? {} : { lesson: null, anchor: null, at: null }),
    cause,
    locale: own.ok ? locale : "pl",
    module: lesson?.module ?? null,
    explanation,
    whatToDo,
    whatNot,
    isDeadEnd: isDeadEnd(cause),
  };
}

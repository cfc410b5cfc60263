import "server-only";
import type { CauseId } from "#domain/cause/cause";
import type { Lesson, Locale } from "#domain/course/course";
import type { Kind } from "#domain/search/finding";
import { mayMeet, mayMeetCause, type Reader } from "#domain/search/reader";

/** Of a film; `at` is the second at which it begins. */
export type Sentence = { readonly at: number; readonly text: string };

/** A place of the course with all that it may be found by. */
export type Entry = {
  readonly kind: Kind;
  readonly heading: string;
  /** Where that is, in words. */
  readonly trail: string;
  readonly text: string;
  /** What it is also called: tags, the step's own title, words of the message. */
  readonly names: string;
  /** The address: a whole one, or what comes behind that of the lesson. */
  readonly path: string;
  /** Second of the film, and what is said from there on. */
  readonly at: number | null;
  readonly said: readonly Sentence[];
  readonly locale: Locale;
  /** The lessons of which it is a part: whoever may meet one of them finds it. None for a cause. */
  readonly lessons: readonly Lesson[];
  readonly cause: CauseId | null;
};

/** Whether somebody may find it. */
export const isFor = ({ lessons, cause }: Entry, reader: Reader): boolean =>
  cause === null ? lessons.some((lesson) => mayMeet(lesson, reader)) : mayMeetCause(cause, reader);

/** Its address, for somebody who may find it; that of a film at a second. */
export function hrefOf({ lessons, path }: Entry, reader: Reader, at: number | null): string {
  const lesson = lessons.find((candidate) => mayMeet(candidate, reader));
  if (path.startsWith("/") || !lesson) return path;
  return `/lessons/${lesson.module}/${lesson.slug}${at === null ? "" : `?t=${at}`}${path}`;
}

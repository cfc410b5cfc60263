import "server-only";
import { isCauseId } from "#domain/cause/cause";
import { LOCALES, type Locale } from "#domain/course/course";
import { contentDirectory, isDevelopment } from "../../environment.ts";
import { causeFileOf } from "../cause-file.ts";
import type { Finding } from "../check.ts";
import { fileOf } from "../lesson-file.ts";
import type { LessonPage } from "../lesson-page.ts";
import { lessonPageFor, type Reader } from "../queries.ts";
import { notesOn } from "./notes.ts";

/** What its author has to mend on a lesson: told on the page itself, while pages are being written, and to nobody else. */
export const notesOnLesson = (place: {
  readonly module: string;
  readonly lesson: string;
}): Promise<readonly Finding[]> =>
  notes([...LOCALES.map((locale) => fileOf(place.module, place.lesson, locale)), `${place.module}/module.yaml`]);

/** The same of a cause. */
export const notesOnCause = ({ cause }: { readonly cause: string }): Promise<readonly Finding[]> =>
  notes(isCauseId(cause) ? LOCALES.map((locale) => causeFileOf(cause, locale)) : []);

/** Whether pages are being written on this portal. */
export const isWritten = isDevelopment;

/** A lesson as its author has saved it; null for everybody outside of development. */
export const savedLesson = async (reader: Reader, locale: Locale, slug: string): Promise<LessonPage | null> =>
  isWritten() ? lessonPageFor(reader, locale, slug) : null;

const notes = async (files: readonly string[]): Promise<readonly Finding[]> =>
  isWritten() ? notesOn(contentDirectory(), files, new Date()) : [];

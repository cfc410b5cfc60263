import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { BrokenPage } from "#components/author/broken-page";
import { SavedTexts } from "#components/author/saved-texts";
import { isFor } from "#domain/course/audience";
import { secondAsked } from "#domain/course/timecode";
import { isWritten, notesOnLesson } from "#server/course/author/queries";
import { lessonPageFor } from "#server/course/queries";
import { requireViewer } from "#server/viewer";
import { currentLocale } from "#server/wording/locale";
import { LessonView } from "../../../../lesson-view.tsx";
import { markStep } from "./actions.ts";
import { LessonNotes } from "./lesson-notes.tsx";
import { savedTexts } from "./saved-actions.tsx";
import { type ScreenQuery, screenReports } from "./screen-reports.tsx";

type Props = {
  params: Promise<{ module: string; lesson: string }>;
  searchParams: Promise<{ t?: string | string[]; refused?: string | string[] } & ScreenQuery>;
};

async function pageOf(params: Props["params"]) {
  const { module, lesson } = await params;
  const page = await lessonPageFor(await requireViewer(), await currentLocale(), lesson);
  return page?.module.slug === module ? page : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await pageOf(params);
  return page ? { title: page.title } : {};
}

const secondOf = (t: string | string[] | undefined): number | null => secondAsked(typeof t === "string" ? t : "");

export default async function LessonPage({ params, searchParams }: Props) {
  const { student: learner, instructor } = await requireViewer();
  const read = await pageOf(params);
  const notes = read ? [] : await notesOnLesson(await params);
  if (notes.length > 0) return <BrokenPage notes={notes} />;
  if (!read) notFound();
  // Whoever teaches one cohort and learns in another has a course of their own, and reads the rest of what they teach.
  const student = learner && isFor(read.lesson, learner.cohorts) ? learner : null;
  const [query, locale] = [await searchParams, await currentLocale()];
  const page = (student && instructor && (await lessonPageFor(student, locale, read.lesson.slug))) || read;
  const { module, lesson } = page;
  const view = (
    <LessonView
      page={page}
      module={module}
      student={student}
      isObserved={student === null}
      locale={locale}
      startAt={secondOf(query.t)}
      mark={student ? markStep : null}
      refused={typeof query.refused === "string" ? query.refused : undefined}
      only={lesson.cohorts.flatMap((slug) => instructor?.cohortNames.get(slug) ?? [])}
      isWritten={isWritten()}
      notes={
        <Suspense fallback={null}>
          <LessonNotes place={await params} />
        </Suspense>
      }
      below={await screenReports(student, lesson, query)}
    />
  );
  return isWritten() ? <SavedTexts look={savedTexts.bind(null, lesson.slug)}>{view}</SavedTexts> : view;
}

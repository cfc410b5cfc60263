import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BrokenPage } from "#components/author/broken-page";
import { Lightbox } from "#components/course/lightbox";
import { Prose } from "#components/course/prose";
import { Contents } from "#components/lesson/contents";
import { LessonMeta } from "#components/lesson/meta";
import { LessonPager } from "#components/lesson/pager";
import { LessonSection } from "#components/lesson/section";
import { StepList } from "#components/lesson/step-list";
import { LessonTags } from "#components/lesson/tags";
import { PasteLine } from "#components/paste/paste-link";
import { FilmPlace } from "#components/video/film-place";
import { isFor, moduleSeenBy } from "#domain/course/audience";
import { stepProvedBy } from "#domain/course/course";
import { secondAsked } from "#domain/course/timecode";
import { progressIn } from "#domain/progress/progress";
import { dueFor } from "#server/cohort/due/queries";
import { notesOnLesson } from "#server/course/author/queries";
import { lessonPageFor } from "#server/course/queries";
import { progressOf } from "#server/progress/queries";
import { requireViewer } from "#server/viewer";
import { waitingOf } from "#server/waiting/queries";
import { currentLocale } from "#server/wording/locale";
import { markStep } from "./actions.ts";
import { LessonNotes } from "./lesson-notes.tsx";
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
  const page = await pageOf(params);
  const notes = page ? [] : await notesOnLesson(await params);
  if (notes.length > 0) return <BrokenPage notes={notes} />;
  if (!page) notFound();
  const { lesson, film } = page;
  // Whoever teaches one cohort and learns in another has a course of their own, and reads the rest of what they teach.
  const student = learner && isFor(lesson, learner.cohorts) ? learner : null;
  const module = student ? moduleSeenBy(student.cohorts, page.module) : page.module;
  const [records, timers, due, t, query, locale] = await Promise.all([
    student ? progressOf(student) : [],
    student ? waitingOf(student, new Date()) : [],
    student ? dueFor(student, lesson) : null,
    getTranslations(),
    searchParams,
    currentLocale(),
  ]);
  const screenReport = await screenReports(student, lesson, query);
  const waiting = new Set(timers.flatMap(({ check }) => stepProvedBy(module, check)?.id ?? []));
  const progress = progressIn(module, records, waiting);
  const recordOf = new Map(records.map((record) => [record.stepId, record]));
  const only = lesson.cohorts.flatMap((slug) => instructor?.cohortNames.get(slug) ?? []);
  const lang = page.locale === locale ? undefined : page.locale;
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <nav className="text-base-content/70 text-sm" aria-label={t("lesson.breadcrumbs")}>
        <Link className="link link-hover" href="/">
          {t("nav.module", { order: module.order })}
        </Link>{" "}
        / <span aria-current="page">{page.title}</span>
      </nav>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <article>
          <Suspense fallback={null}>
            <LessonNotes place={await params} />
          </Suspense>
          <h1 lang={lang} className="font-bold text-3xl sm:text-4xl">
            {page.title}
          </h1>
          <LessonMeta
            lesson={lesson}
            isFallback={lang !== undefined}
            isObserved={student === null}
            before={progress.locks.lessons.get(lesson.slug) ?? []}
            only={only}
            due={due}
          />
          {film && (
            <div className="mt-6">
              <FilmPlace film={film} startAt={secondOf(query.t)} locale={locale} />
            </div>
          )}
          <div className="mt-8">
            <Prose tree={page.intro} lang={lang} />
          </div>
          {page.sections.map((section) => (
            <LessonSection
              key={section.anchor}
              section={section}
              number={section.step ? lesson.steps.indexOf(section.step) + 1 : null}
              standing={section.step ? (progress.standings.get(section.step.id) ?? "todo") : "todo"}
              record={section.step ? recordOf.get(section.step.id) : undefined}
              isNext={section.step !== null && section.step.id === progress.next?.id}
              hasFilm={film !== null}
              mark={student ? markStep : null}
              lock={progress.locks.steps.get(section.step?.id ?? "")}
              isRefused={section.step?.id === query.refused}
              isNew={progress.fresh.has(section.step?.id ?? "")}
              looks={timers.find(({ check }) => check === section.step?.check)?.looks}
              lang={lang}
              below={screenReport(section)}
            />
          ))}
          <LessonTags lesson={lesson} lang={lang} />
          <PasteLine className="mt-10" />
          <LessonPager module={module} lesson={lesson} locked={progress.locks.lessons} />
        </article>
        <aside className="space-y-4 self-start lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <StepList steps={lesson.steps} progress={progress} />
          <Contents headings={page.headings} steps={lesson.steps} lang={lang} />
        </aside>
        <Lightbox words={{ close: t("page.closePicture") }} />
      </div>
    </div>
  );
}
